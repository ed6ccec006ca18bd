import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Every step that must pass. */
const steps = ["format", "lint", "types", "knip", "tests", "campaigns", "synth"] as const;
type Step = (typeof steps)[number];

/** The npm script of each step; it can be run on its own. */
const scripts: Readonly<Record<Step, string>> = {
  format: "format",
  lint: "lint",
  types: "types",
  knip: "knip",
  campaigns: "campaigns",
  synth: "synth",
  tests: "test",
};

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

function run(step: Step): Promise<Outcome> {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", scripts[step]], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString("utf8").trimEnd(),
        seconds: (Date.now() - started) / 1000,
      }),
    );
  });
}

/** The line of a step's output that says how it went. */
function summary(step: Step, { output }: Outcome): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  if (step === "knip" && lines.length === 0) return "nothing unused";
  return lines.at(-1)?.trim() ?? "";
}

const { values } = parseArgs({
  options: { without: { type: "string", multiple: true, default: [] } },
});
const unknown = values.without.filter((name) => !steps.some((step) => step === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${steps.join(", ")}.`);
  process.exit(2);
}

const failed: Step[] = [];
let lastLine = "";
for (const step of steps.filter((name) => !values.without.includes(name))) {
  const outcome = await run(step);
  const isFine = outcome.code === 0;
  if (!isFine) {
    failed.push(step);
    console.log(outcome.output);
  }
  const state = isFine ? "ok    " : "FAILED";
  const said = isFine ? summary(step, outcome) : `exit ${outcome.code}, see above`;
  console.log(`${state} ${step.padEnd(9)} ${outcome.seconds.toFixed(1).padStart(6)} s  ${said}`);
  if (step === "tests") lastLine = summary(step, outcome);
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
if (lastLine !== "") console.log(lastLine);
