import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#support/repository";

/** What the tests of one tree came to. */
export type TestRun =
  | { readonly is: "passed" }
  /** The first test that failed, with its file. */
  | { readonly is: "failed"; readonly file: string; readonly test: string }
  /** Not one test failed, and yet they did not pass: nothing is proven by that. */
  | { readonly is: "broken"; readonly why: string };

/** Test files run beside each other in one tree; two trees are worked on at once. */
const workers = 1;

/** No list of tests takes nearly as long. Ms. */
const timeoutMs = 15 * 60_000;

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/**
 * Runs these test files in a tree, until the first test fails.
 * @param only the full name of the one test to run of them.
 */
export async function runTests(
  tree: string,
  files: readonly string[],
  only?: string,
): Promise<TestRun> {
  const report = join(tree, "report.json");
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const named = only === undefined ? [] : ["-t", `^${only.replaceAll(/[^\w ]/g, "\\$&")}$`];
  const how = ["run", "--bail=1", `--maxWorkers=${workers}`, "--reporter=json", ...named];
  const child = spawn(process.execPath, [vitest, ...how, `--outputFile=${report}`, ...files], {
    cwd: tree,
    stdio: "ignore",
    timeout: timeoutMs,
  });
  const [code] = await once(child, "exit");
  if (!existsSync(report)) return { is: "broken", why: `vitest ended with ${code} and no report` };
  const { testResults } = Report.parse(JSON.parse(readFileSync(report, "utf8")));
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === "failed");
    if (!failed) continue;
    const test = [...failed.ancestorTitles, failed.title].join(" > ");
    return { is: "failed", file: name.slice(tree.length + 1), test };
  }
  const unread = testResults.find(({ status }) => status === "failed");
  if (unread) return { is: "broken", why: unread.message ?? `${unread.name} did not load` };
  if (code !== 0) return { is: "broken", why: `vitest ended with ${code}` };
  const hasPassed = testResults.some(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === "passed"),
  );
  return hasPassed ? { is: "passed" } : { is: "broken", why: "no test ran" };
}
