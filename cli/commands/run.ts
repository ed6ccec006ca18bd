import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import type { Day } from "#domain/time";
import { dateGiven, daysMax, seedMax, wholeNumber } from "../options.ts";
import { loadPublished } from "../published.ts";
import { liveView } from "../report/live.ts";
import { elapsed } from "../report/numbers.ts";
import { reportOf } from "../report/report.ts";
import { paintFor } from "../report/table.ts";
import { keepLedger, lastRun, outcomeOf } from "../run-outcome.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly data: string;
  readonly from: Day;
  readonly days: number;
  readonly seed: number;
  readonly simulateContacts?: true;
  readonly kill?: number;
  readonly concepts?: string;
  readonly ledger?: string;
  readonly json?: true;
}

/** `rounds run`: the whole stack on one's own patients, under a virtual clock. */
export function registerRun(program: Command, terminal: Terminal = process): void {
  program
    .command("run")
    .description("live days on the whole local stack with simulated people, and report reach")
    .requiredOption("--data <dir>", "FHIR R4 bundles (*.json) and NDJSON (*.ndjson), or .gz")
    .requiredOption("--from <date>", "the first day, YYYY-MM-DD", dateGiven)
    .requiredOption("--days <n>", "how many days", wholeNumber(1, daysMax))
    .option("--seed <n>", "same files and seed, same reach", wholeNumber(0, seedMax), 1)
    .option("--simulate-contacts", "give patients telecoms that can be dialled here")
    .option("--kill <n>", "kill that many function processes at random", wholeNumber(0, 1_000))
    .option("--concepts <dir>", "code lists of your own: YAML, or FHIR ValueSets in JSON")
    .option("--ledger <file>", `write the ledger there too (always: ${lastRun.ledger})`)
    .option("--json", "one object: reach, sends, tasks, laws")
    .addHelpText("after", help)
    .action((options: Options) => run(options, terminal));
}

const help = `
The functions are the bundles that would be deployed, on engines of this machine. People are
simulated: they answer, press keys, do not pick up, say STOP or need help, by the seed. No message
leaves the machine. Exits with 1 when a law of the ledger did not hold.

  rounds sample --patients 500 --seed 1 --out ./people
  rounds run --data ./people --from 2026-12-01 --days 60 --seed 7`;

async function run(options: Options, terminal: Terminal): Promise<void> {
  for (const folder of [options.data, options.concepts ?? options.data]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      return fail(`${folder} is not a folder.`, 2, terminal);
    }
  }
  const { published, mistakes } = loadPublished(options.concepts);
  for (const { file, message } of mistakes) terminal.stderr.write(`${file}: ${message}\n`);
  const started = performance.now();
  // The stack and CDK take their time to load, and no other verb needs them.
  const { runRounds } = await import("#local/run");
  const { environmentNamed } = await import("#infra/environments");
  const { zone } = environmentNamed("local");
  const view = liveView(zone, terminal);
  const account = await runRounds({
    data: options.data,
    published,
    from: options.from,
    days: options.days,
    seed: options.seed,
    simulateContacts: options.simulateContacts ?? false,
    ...(options.kill === undefined ? {} : { kills: options.kill }),
    onProgress: (progress) => view.show(progress),
  }).finally(() => view.stop());
  await keepLedger(account, options.ledger);
  if (account.laws.violations.length > 0) problem(1, terminal);
  if (options.json) return printJson(outcomeOf(account), terminal);
  await printLine(reportOf(account, zone, paintFor(terminal)), terminal);
  await printLine(`\n${options.days} days in ${elapsed(performance.now() - started)}`, terminal);
}
