import { parseArgs } from "node:util";
import { aMillion } from "./a-million.ts";
import { coldStarts } from "./cold-starts.ts";
import { holds, lineOf } from "./figures.ts";
import { fromFacts } from "./from-facts.ts";
import { fromRaw } from "./from-raw.ts";
import { hours } from "./hours.ts";
import { onTheTable } from "./on-the-table.ts";
import { understanding } from "./understanding.ts";

/**
 * `npm run bench`: what decisions cost, as ratios measured in one run on one machine. With
 * `--gate` a figure that misses its bar fails the run.
 */
const { values } = parseArgs({ options: { gate: { type: "boolean", default: false } } });
const parts = [understanding, hours, fromRaw, fromFacts, onTheTable, coldStarts, aMillion];
let missed = 0;
for (const part of parts) {
  for (const result of await part()) {
    process.stdout.write(`${lineOf(result)}\n`);
    if (!holds(result)) missed += 1;
  }
}
if (values.gate && missed > 0) process.exitCode = 1;
