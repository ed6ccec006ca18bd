import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { progressBar } from "../progress-bar.ts";
import { several } from "../report/numbers.ts";
import { paintFor, table } from "../report/table.ts";
import { runningStack } from "../stack-file.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly json?: true;
}

/** `rounds opt-outs`: a list of opt-outs that another system kept, into the running stack. */
export function registerOptOuts(program: Command, terminal: Terminal = process): void {
  program
    .command("opt-outs")
    .description("hand a list of opt-outs in that another system kept")
    .argument("<file>", "CSV with a header, plain or .gz")
    .option(
      "--json",
      "one object: accepted, alreadyStopped, optedInSince, quarantined, ownersOptedOut",
    )
    .addHelpText("after", help)
    .action((file: string, options: Options) => handIn(file, options, terminal));
}

const help = `
Columns, in any order and case: address (a phone number or mail address) or patient (the id), or
both; and channel (sms, voice, email), purpose, when (YYYY-MM-DD or an instant), source. An empty
channel or purpose means every one, an empty date now. Commas, semicolons or tabs.

  address,channel,when
  202-555-0111,,2025-03-04
  maria@home.example,email,

Needs the stack that \`npm start -- --keep\` holds up in another terminal. A row that cannot be read
is put aside with its reason, the rest goes on; then the exit code is 1. Handing a list in again
changes nothing. No row undoes a START that came after its date, so give rows their dates: one
without counts as said now.`;

async function handIn(file: string, options: Options, terminal: Terminal): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile())
    return fail(`${file} is not a file.`, 2, terminal);
  const stack = await runningStack();
  if (stack === undefined) {
    const advice = "Start one in another terminal, in this folder: npm start -- --keep";
    return fail(`No stack is running here. ${advice}`, 1, terminal);
  }
  const { handInOptOuts } = await import("#local/hand-in-opt-outs");
  const bar = progressBar("Taking in", terminal);
  const done = await handInOptOuts(stack.address, file, (bytes, total) => {
    bar.update(bytes, total);
  }).finally(() => bar.stop());
  const { refused, quarantine, ...counts } = done;
  if (refused) return fail(`${file}: ${refused.advice} (${refused.reason})`, 1, terminal);
  if (counts.quarantined > 0) problem(1, terminal);
  if (options.json) return printJson(counts, terminal);
  const rows: readonly (readonly [string, number])[] = [
    ["rows read", counts.accepted],
    ["  that stood already", counts.alreadyStopped],
    ["  undone by a later START", counts.optedInSince],
    ["rows put aside", counts.quarantined],
    ["patients opted out", counts.ownersOptedOut],
  ];
  await printLine(table(["what", "how many"], rows, paintFor(terminal)), terminal);
  if (counts.quarantined > 0) {
    const aside = `${several(counts.quarantined, "row")} put aside, each with its reason`;
    await printLine(`${aside}: ${quarantine}#…`, terminal);
    await printLine("Those people are not opted out yet.", terminal);
  }
}
