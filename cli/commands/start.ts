import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { type Day, dayOf, parseDay, type ZoneId } from "#domain/time";
import type { LivedRun } from "#local/run";
import { onInterrupt } from "../interrupt.ts";
import { dateGiven, daysMax, seedMax, wholeNumber } from "../options.ts";
import { loadPublished } from "../published.ts";
import { type LiveView, liveView, plainView } from "../report/live.ts";
import { elapsed } from "../report/numbers.ts";
import { reportOf } from "../report/report.ts";
import { type Paint, paintFor } from "../report/table.ts";
import { keepLedger, lastRun } from "../run-outcome.ts";
import { removeStackFile, runningStack, stateFolder, writeStackFile } from "../stack-file.ts";
import { fail, isTerminal, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly patients: number;
  readonly days: number;
  readonly seed: number;
  readonly from?: Day;
  readonly keep?: true;
  readonly inboxPort?: number;
}

/** A Monday; in the 60 days after it clocks go back and three holidays fall. */
const firstDay = parseDay("2026-10-05") ?? 0;

/** `rounds start`, which is `npm start`: the whole stack, 300 patients, 60 days. */
export function registerStart(program: Command, terminal: Terminal = process): void {
  program
    .command("start")
    .description("the whole stack on this machine: sample patients, 60 days, and what came of it")
    .option("--patients <n>", "how many sample patients", wholeNumber(1, 100_000), 300)
    .option("--days <n>", "how many days", wholeNumber(1, daysMax), 60)
    .option("--seed <n>", "same seed, same people", wholeNumber(0, seedMax), 7)
    .option(
      "--from <date>",
      "the first day (default: 2026-10-05; with --keep, so that now is the end)",
      dateGiven,
    )
    .option("--keep", "leave the stack up on the wall clock, with the console, until Ctrl-C")
    .option(
      "--inbox-port <n>",
      "port of the inbox page (default: a free one)",
      wholeNumber(1, 65_535),
    )
    .addHelpText("after", help)
    .action((options: Options) => start(options, terminal));
}

const help = `
Nothing is needed but Node and npm: every engine is on this machine, and no message leaves it.

  npm start                            # stays up, with the console, until Ctrl-C
  npm start -- --patients 1000 --days 90 --seed 3
  rounds start                         # ends with the report
  rounds start --keep                  # then, in another terminal: rounds import ./my-files`;

async function start(options: Options, terminal: Terminal): Promise<void> {
  const other = options.keep ? await runningStack() : undefined;
  if (other !== undefined) {
    const who = `process ${other.pid}`;
    return fail(`A stack is already up here (${who}): end it with Ctrl-C first.`, 1, terminal);
  }
  const started = performance.now();
  const paint = paintFor(terminal);
  const say = (line: string) => printLine(line, terminal);
  // The stack and CDK take their time to load, and no other verb needs them.
  const [{ liveRounds }, { writeSample }, { environmentNamed }] = await Promise.all([
    import("#local/run"),
    import("#local/sample/write-sample"),
    import("#infra/environments"),
  ]);
  const { zone, organizationId } = environmentNamed("local");
  const from = firstDayOf(options, zone);
  const { published } = loadPublished();
  const { patients, seed, days } = options;
  const data = join(stateFolder, "sample");
  await rm(data, { recursive: true, force: true });
  await writeSample({ patients, seed, directory: data, anchor: from, isBroken: true });
  const view = viewFor(zone, terminal);
  const run = await liveRounds({
    ...{ data, published, from, days, seed },
    ...(options.inboxPort === undefined ? {} : { inboxPort: options.inboxPort }),
    onProgress: (progress) => view.show(progress),
  }).finally(() => view.stop());
  try {
    const account = await run.account();
    await keepLedger(account);
    if (account.laws.violations.length > 0) problem(1, terminal);
    await say(`\n${reportOf(account, zone, paint)}`);
    const took = elapsed(performance.now() - started);
    await say(`\n${patients} patients, ${days} days in ${took}\n`);
    const example = account.rows.find(({ event }) => event.type === "escalated")?.patient;
    await say(whereNext(example, options.keep ? run : undefined, paint));
    if (options.keep) await hold(run, organizationId, terminal);
  } finally {
    await run.stop();
  }
}

/** With `--keep` the days end now, so that the stack's clock then is the wall's. */
function firstDayOf({ from, keep, days }: Options, zone: ZoneId): Day {
  return from ?? (keep ? dayOf(Date.now(), zone) - days : firstDay);
}

function viewFor(zone: ZoneId, terminal: Terminal): LiveView {
  return isTerminal(terminal.stderr)
    ? liveView(zone, terminal)
    : plainView(zone, (line) => terminal.stdout.write(`${line}\n`));
}

function whereNext(patient: string | undefined, kept: LivedRun | undefined, paint: Paint): string {
  const commands: readonly (readonly [string, string])[] = [
    [
      `npx rounds explain ${patient ?? "patient-000001"}`,
      "why this patient was contacted, and why not",
    ],
    ["npx rounds try screening/mammogram", "walk one patient through a campaign"],
    ["npx rounds check campaigns", "change a campaign, then see what it says"],
    [`npx rounds verify ${lastRun.ledger}`, "prove the laws again, from the ledger alone"],
    ...(kept
      ? ([
          ["npx rounds import DIR", "hand in FHIR files of your own"],
          ["npx rounds opt-outs FILE.csv", "hand in opt-outs that another system kept"],
        ] as const)
      : ([["npm start", "the same, and the stack stays up, with the console"]] as const)),
  ];
  const width = Math.max(...commands.map(([command]) => command.length));
  const lines = commands.map(
    ([command, what]) => `  ${paint.cyan(command.padEnd(width))}  ${paint.dim(what)}`,
  );
  const logs = `  ${stateFolder}/logs holds a log for each function`;
  return [paint.bold("Where to look next"), ...lines, paint.dim(logs)].join("\n");
}

/** Until Ctrl-C: time goes on as on the wall, patients answer, other commands find the stack. */
async function hold(run: LivedRun, organization: string, terminal: Terminal): Promise<void> {
  const { openConsole } = await import("#local/access/open-console");
  const { sesv2, ...endpoints } = run.stack.endpoints;
  const { pid } = process;
  const opened = await openConsole(run, join(stateFolder, "console"));
  await writeStackFile({ pid, organization, inbox: sesv2, address: run.address });
  const lines = Object.entries(endpoints).map(([name, url]) => `  ${name.padEnd(10)} ${url}`);
  await printLine(["", "The stack is up:", ...lines, `  inbox      ${sesv2}`].join("\n"), terminal);
  await printLine("Ctrl-C takes it down.", terminal);
  await printLine(`\nThe console: ${opened.address}`, terminal);
  const stopped = new AbortController();
  const restore = onInterrupt(() => stopped.abort());
  try {
    await run.keepPace(stopped.signal);
  } finally {
    restore();
    await opened.close();
    await removeStackFile();
  }
}
