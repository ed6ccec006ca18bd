import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { exitOnInterrupt } from "#cli/interrupt";
import { applyPatch } from "./apply-patch.ts";
import { type PlantedBug, plantedBugs } from "./planted-bug.ts";
import { runTests, type TestRun } from "./run-tests.ts";
import { scratchTree } from "./scratch-tree.ts";

/**
 * `npm run planted-bugs`: plants each mistake of `patches/` in a copy of the tree, one at a time,
 * and runs the tests named for it. Fails when one is not noticed, or no longer applies.
 */

/** Each has a copy of the tree and a processor; more would only make them slow. */
const atOnce = Math.min(2, availableParallelism());

interface Verdict {
  readonly bug: PlantedBug;
  readonly run: TestRun | { readonly is: "unplanted"; readonly why: string };
  readonly seconds: number;
}

async function judge(bug: PlantedBug, tree: string): Promise<Verdict> {
  const started = performance.now();
  const run = await judged(bug, tree);
  return { bug, run, seconds: (performance.now() - started) / 1_000 };
}

/** Tries of a test that must pass: a busy machine may be too slow for one that waits. */
const triesMax = 3;

async function judged(bug: PlantedBug, tree: string): Promise<Verdict["run"]> {
  const why = applyPatch(bug.patch, tree);
  if (why !== undefined) return { is: "unplanted", why };
  const run = await runTests(tree, bug.tests);
  takeBack(bug, tree);
  if (run.is !== "failed") return run;
  // A test that fails by itself, or now and then, would catch whatever is planted: the very same
  // one must pass without the bug, and fail once more with it.
  const { file, test } = run;
  let without = await runTests(tree, [file], test);
  for (let tries = 1; tries < triesMax && without.is !== "passed"; tries += 1) {
    without = await runTests(tree, [file], test);
  }
  if (without.is !== "passed") return { is: "broken", why: `${file} fails without it: ${test}` };
  applyPatch(bug.patch, tree);
  const again = await runTests(tree, [file], test);
  takeBack(bug, tree);
  return again.is === "failed" ? run : { is: "broken", why: `${file} fails now and then: ${test}` };
}

function takeBack(bug: PlantedBug, tree: string): void {
  const why = applyPatch(bug.patch, tree, { isTakenBack: true });
  if (why !== undefined) throw new Error(`${bug.name} cannot be taken back: ${why}`);
}

function outcomeOf({ run }: Verdict): string {
  switch (run.is) {
    case "failed":
      return `caught by ${run.file}: ${run.test}`;
    case "passed":
      return "SURVIVED: no test noticed";
    case "broken":
      return `PROVES NOTHING: ${run.why.split("\n")[0]}`;
    case "unplanted":
      return `DOES NOT APPLY: ${run.why.split("\n")[0]}`;
  }
}

/** Whoever is free takes the next one. */
async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item, tree: string) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const tree = scratchTree();
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await work(next, tree);
      }
    }),
  );
}

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] } },
});
const known = plantedBugs();
const unknown = values.only.filter((name) => known.every((bug) => bug.name !== name));
if (unknown.length > 0) {
  console.error(
    `No such bug: ${unknown.join(", ")}. Bugs: ${known.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}
exitOnInterrupt();
const asked = known.filter(({ name }) => values.only.length === 0 || values.only.includes(name));

const verdicts: Verdict[] = [];
await inTurn(asked, async (bug, tree) => {
  const verdict = await judge(bug, tree);
  verdicts.push(verdict);
  console.log(`${verdict.seconds.toFixed(0).padStart(4)} s  ${bug.name}: ${outcomeOf(verdict)}`);
});

const table = new Table({
  head: ["bug", "what a colleague might have thought", "came to", "s"],
  colWidths: [32, 44, 60, 6],
  wordWrap: true,
  style: { head: [], border: [] },
});
for (const verdict of verdicts.toSorted((a, b) => (a.bug.name < b.bug.name ? -1 : 1))) {
  const { bug, seconds } = verdict;
  table.push([bug.name, bug.thought, outcomeOf(verdict), seconds.toFixed(0)]);
}
console.log(table.toString());
const caught = verdicts.filter(({ run }) => run.is === "failed").length;
console.log(`${caught} of ${asked.length} caught`);
if (caught < asked.length) process.exitCode = 1;
process.exit();
