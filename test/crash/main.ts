import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runMatrix } from "./matrix.ts";
import { Pool } from "./pool.ts";
import { repeatCase } from "./repeat.ts";
import { reportOf, textOf } from "./report.ts";
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
  const matrix = await runMatrix(pool, { isShort, seed: Number(values.seed), lives }, progress);
  await pool.close();
  const report = reportOf(matrix);
  const { rows, compared, violations } = report;
  const lines = [...rows.map((row) => ({ row })), ...compared.map((row) => ({ compared: row }))];
  const last = { violations, seconds: Math.round((wallNow() - from) / 1_000) };
  if (values.json) for (const line of [...lines, last]) console.log(JSON.stringify(line));
  else process.stdout.write(textOf(report, last.seconds));
  process.exitCode = violations.length === 0 ? 0 : 1;
}

function progress(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${what} ${done}/${of}${done === of ? "\r\u001b[K" : ""}`);
}
