import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type MatrixPart, runMatrix } from "./matrix.ts";
import { Pool } from "./pool.ts";
import { repeatCase } from "./repeat.ts";
import { reportOf, rowOf, textOf } from "./report.ts";
import { wallNow } from "./world/clock.ts";

/**
 * `npm run crash-matrix`: whether what is promised holds, whatever call of whatever function fails in
 * whatever way. Exits with 1 when it does not. See `docs/reliability.md`.
 */
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    lives: { type: "string" },
    workers: { type: "string", default: String(availableParallelism()) },
    scenario: { type: "string", multiple: true, default: [] },
    only: { type: "string", multiple: true },
  },
});
const { short: isShort, only } = values;
const lives = Number(values.lives ?? (isShort ? 4 : 150));

if (only) {
  process.exitCode = (await repeatCase(only, values.json)) ? 0 : 1;
} else {
  const from = wallNow();
  const pool = new Pool(Number(values.workers));
  const options = { isShort, seed: Number(values.seed), lives, scenarios: values.scenario };
  const matrix = await runMatrix(pool, options, { progress, done });
  await pool.close();
  const report = reportOf(matrix);
  const { compared, violations } = report;
  const seconds = Math.round((wallNow() - from) / 1_000);
  if (values.json) {
    for (const row of compared) say({ compared: row });
    say({ violations, seconds });
  } else {
    process.stdout.write(textOf(report, seconds));
  }
  process.exitCode = violations.length === 0 ? 0 : 1;
}

/** Parts are told as they are done: somebody may be watching. */
function done(part: MatrixPart): void {
  if (values.json && part.who === "ours") say({ row: rowOf(part) });
}

function say(line: object): void {
  console.log(JSON.stringify(line));
}

function progress(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${what} ${done}/${of}${done === of ? "\r\u001b[K" : ""}`);
}
