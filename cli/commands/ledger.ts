import type { Command } from "commander";
import { type Day, startOfDay } from "#domain/time";
import { rowsIn, type Span } from "../ledger-export.ts";
import { dateGiven } from "../options.ts";
import { several } from "../report/numbers.ts";
import { fail, isTerminal, printJson, type Terminal } from "../terminal.ts";

interface Options {
  readonly table: string;
  readonly region?: string;
  readonly organization?: string;
  readonly from?: Day;
  readonly through?: Day;
}

/** `rounds ledger`: the ledger of a deployment as a file for `verify` and `explain`. */
export function registerLedger(program: Command, terminal: Terminal = process): void {
  program
    .command("ledger")
    .description("write the ledger of a deployment on AWS to stdout, one row a line")
    .requiredOption("--table <name>", "the ledger table: an output of the data stack")
    .option("--region <name>", "its region")
    .option("--organization <id>", "of this organization only")
    .option("--from <date>", "only patients of whom there is a row of this day or later", dateGiven)
    .option("--through <date>", "nothing after this day", dateGiven)
    .addHelpText("after", help)
    .action((options: Options) => exportLedger(options, terminal));
}

const help = `
NDJSON, always: each patient's rows together and in the order of writing. With --from the earlier
rows of those patients come along, for \`rounds verify\` judges lives from their beginning. Days are
those of UTC. The file is PHI: it says who was contacted about what. Exits with 1 when there is no
row to write.

  rounds ledger --table TABLE --from 2026-11-01 > november.ndjson
  rounds verify november.ndjson`;

async function exportLedger(options: Options, terminal: Terminal): Promise<void> {
  const { from, through } = options;
  if (from !== undefined && through !== undefined && from > through) {
    return fail("--from is after --through: no day lies between them.", 2, terminal);
  }
  const { deployedLedger } = await import("../deployment.ts");
  const ledger = deployedLedger(options.table, options.region);
  let count = 0;
  for await (const row of rowsIn(ledger.all(options.organization), spanOf(options))) {
    await printJson(row, terminal);
    count += 1;
  }
  if (count === 0) return fail(`${options.table} has no such row.`, 1, terminal);
  // Somebody who sees stderr watches a redirected export; a script reads the file alone.
  if (isTerminal(terminal.stderr)) terminal.stderr.write(`${several(count, "row")}\n`);
}

function spanOf({ from, through }: Options): Span {
  return {
    ...(from === undefined ? {} : { from: startOfDay(from, "UTC") }),
    ...(through === undefined ? {} : { before: startOfDay(through + 1, "UTC") }),
  };
}
