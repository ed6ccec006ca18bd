import { parseArgs } from "node:util";
import { aMillion } from "./a-million.ts";
import { aYearOfReach } from "./a-year-of-reach.ts";
import { coldStarts } from "./cold-starts.ts";
import { holds, lineOf, type Result } from "./figures.ts";
import { frameworkOverhead } from "./framework-overhead.ts";
import { fromFacts } from "./from-facts.ts";
import { fromRaw } from "./from-raw.ts";
import { hours } from "./hours.ts";
import { onTheTable } from "./on-the-table.ts";
import { pacing } from "./pacing.ts";
import { redFlagLatency } from "./red-flag-latency.ts";
import { touchPrice } from "./touch-price.ts";
import { touchThroughput } from "./touch-throughput.ts";
import { understanding } from "./understanding.ts";

const parts: Readonly<Record<string, () => readonly Result[] | Promise<readonly Result[]>>> = {
  understanding,
  hours,
  "from-raw": fromRaw,
  "from-facts": fromFacts,
  "on-the-table": onTheTable,
  "cold-starts": coldStarts,
  "touch-price": touchPrice,
  "touch-throughput": touchThroughput,
  "framework-overhead": frameworkOverhead,
  "red-flag-latency": redFlagLatency,
  pacing,
  "a-year-of-reach": aYearOfReach,
  "a-million": aMillion,
};

/**
 * `npm run bench`: what decisions cost, as ratios measured in one run on one machine. With
 * `--gate` a figure that misses its bar fails the run; `--only PART`, which may be given more than
 * once, runs these parts alone.
 */
const { values } = parseArgs({
  options: {
    gate: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});
const unknown = values.only.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(
    `No part is named ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}\n`,
  );
  process.exit(2);
}
let missed = 0;
for (const [name, part] of Object.entries(parts)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  for (const result of await part()) {
    process.stdout.write(`${lineOf(result)}\n`);
    if (!holds(result)) missed += 1;
  }
}
if (values.gate && missed > 0) process.exitCode = 1;
