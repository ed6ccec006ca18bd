import { type Command, InvalidArgumentError } from "commander";
import { type FaultName, type FaultsAsked, faultNames, faults } from "#local/simulation/faults";
import type { Finding } from "#local/simulation/finding";
import type { Seeds } from "#local/simulation/many-seeds";
import { type PlantName, plantNames } from "#local/simulation/plants";
import { type Asked, replayOf } from "#local/simulation/replay";
import type { Simulated } from "#local/simulation/simulate";
import { daysMax, seedMax, wholeNumber } from "../options.ts";
import { progressBar } from "../progress-bar.ts";
import { loadPublished } from "../published.ts";
import { count, elapsed, several } from "../report/numbers.ts";
import { paintFor } from "../report/table.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly patients: number;
  readonly days: number;
  readonly seed?: number;
  readonly seeds?: Seeds;
  readonly faults?: FaultsAsked;
  readonly plant?: PlantName;
  readonly json?: true;
}

/** Of one seed. */
const patientsMax = 1_000_000;

/** Findings told of one seed: the first is what matters, and the replay shows all. */
const toldMax = 5;

/** `rounds simulate`: the decisions and use cases alone, with faults, from a seed. */
export function registerSimulate(program: Command, terminal: Terminal = process): void {
  program
    .command("simulate")
    .description("live days on simulated tables, queues, providers and people, with faults")
    .requiredOption("--patients <n>", "how many people", wholeNumber(1, patientsMax))
    .requiredOption(
      "--days <n>",
      "how many days, and then on until all has ended",
      wholeNumber(1, daysMax),
    )
    .option("--seed <n>", "same seed, same trace", wholeNumber(0, seedMax))
    .option("--seeds <a..b>", "each seed from a to b, on all processors", seedsGiven)
    .option(
      "--faults <names>",
      "all: each seed draws some; or names, joined by commas",
      faultsGiven,
    )
    .option("--plant <bug>", `put a bug in, to see it found: ${plantNames.join(", ")}`, plantGiven)
    .option("--json", "one object a line for each seed")
    .addHelpText("after", help)
    .action((options: Options) => run(options, terminal));
}

const help = `
Faults: ${faultNames.map((name) => `\n  ${name.padEnd(15)}${faults[name]}`).join("")}

The campaigns are yours, with all their steps and words; whom they are for is simulated. After the
last day nothing goes wrong any more, and everything must come to an end. Exits with 1 when a law
did not hold; each such seed is told with the command that lives it again.

  rounds simulate --patients 200 --days 60 --seeds 1..2000 --faults all
  rounds simulate --patients 40 --days 30 --seed 7 --faults crash,duplicate`;

function seedsGiven(text: string): Seeds {
  const [, first, last] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
  const seeds = { first: Number(first), last: Number(last) };
  if (seeds.first <= seeds.last) return seeds;
  throw new InvalidArgumentError("Give two whole numbers as 1..2000, the smaller first.");
}

function faultsGiven(text: string): FaultsAsked {
  if (text === "all") return "all";
  const names = text.split(",").map((name) => name.trim());
  const isName = (name: string): name is FaultName => faultNames.some((known) => known === name);
  if (names.every(isName)) return names;
  throw new InvalidArgumentError(`Give all, or names of: ${faultNames.join(", ")}.`);
}

function plantGiven(text: string): PlantName {
  const name = plantNames.find((known) => known === text);
  if (name !== undefined) return name;
  throw new InvalidArgumentError(`Give one of: ${plantNames.join(", ")}.`);
}

async function run(options: Options, terminal: Terminal): Promise<void> {
  const { patients, days, seed, faults: asked = [], plant, json } = options;
  const seeds = seed === undefined ? options.seeds : { first: seed, last: seed };
  if (seeds === undefined || (seed !== undefined && options.seeds !== undefined)) {
    return fail("Give either --seed or --seeds.", 2, terminal);
  }
  const { campaigns, notices } = loadPublished().published;
  const what: Asked = { patients, days, faults: asked, ...(plant === undefined ? {} : { plant }) };
  const started = performance.now();
  // The use cases take their time to load, and few other verbs need them.
  const { simulateSeeds } = await import("#local/simulation/many-seeds");
  const bar = progressBar("Simulating", terminal);
  const sums = { seeds: 0, touches: 0, writes: 0, violations: 0 };
  for await (const simulated of simulateSeeds(seeds, { asked: what, campaigns, notices })) {
    sums.seeds += 1;
    sums.touches += simulated.touches;
    sums.writes += simulated.writes;
    sums.violations += simulated.findings.length;
    bar.update(sums.seeds, seeds.last - seeds.first + 1);
    if (json) await printJson(lineOf(simulated, what), terminal);
    else if (simulated.findings.length > 0) await tell(simulated, what, terminal);
    else if (seed !== undefined) await printLine(`trace ${simulated.trace}`, terminal);
  }
  bar.stop();
  if (sums.violations > 0) problem(1, terminal);
  if (!json) await tellSums(sums, performance.now() - started, terminal);
}

interface Sums {
  readonly seeds: number;
  readonly touches: number;
  readonly writes: number;
  readonly violations: number;
}

async function tellSums(sums: Sums, ms: number, terminal: Terminal): Promise<void> {
  const paint = paintFor(terminal);
  const verdict = `${several(sums.violations, "violation")} in ${several(sums.seeds, "seed")}`;
  await printLine(sums.violations === 0 ? paint.green(verdict) : paint.red(verdict), terminal);
  const made = `${count(sums.touches)} touches, ${count(sums.writes)} writes, ${elapsed(ms)}`;
  await printLine(paint.dim(made), terminal);
}

/** A contract that scripts rely on. */
function lineOf({ findings, ...simulated }: Simulated, asked: Asked): object {
  return {
    ...simulated,
    violations: findings.length,
    ...(findings.length === 0 ? {} : { found: findings, replay: replayOf(asked, simulated.seed) }),
  };
}

async function tell(
  { seed, trace, findings }: Simulated,
  asked: Asked,
  terminal: Terminal,
): Promise<void> {
  const paint = paintFor(terminal);
  for (const finding of findings.slice(0, toldMax)) {
    await printLine(`seed ${seed}: ${inWords(finding)}`, terminal);
  }
  const untold = findings.length - toldMax;
  if (untold > 0) await printLine(paint.dim(`and ${count(untold)} more`), terminal);
  await printLine(`  trace ${trace}: ${replayOf(asked, seed)}`, terminal);
}

function inWords({ law, patient, subject, message }: Finding): string {
  const what = law === 0 ? "the code failed" : `law ${law}`;
  return [what, [patient, subject, message].filter((part) => part !== "").join(" ")].join(": ");
}
