import { type Command, Option } from "commander";
import { gatherPatients } from "#adapters/files/gather-patients";
import type { Concepts } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import { wantedBy } from "#domain/audience/wanted";
import type { Campaign } from "#domain/campaign/campaign";
import { differenceBetween } from "#domain/forecast/difference";
import { type ForecastTable, tableOf } from "#domain/forecast/table";
import { facilityClasses } from "#domain/patient/facility";
import type { Day } from "#domain/time";
import { environments } from "#infra/environments";
import { CampaignProblem, loadCampaign } from "../campaign-files.ts";
import { loadConcepts, unknownConcepts } from "../concepts.ts";
import { differenceInWords } from "../forecast/difference.ts";
import { type AskedOf, forecastFrom } from "../forecast/forecast-from.ts";
import { forecastInWords } from "../forecast/in-words.ts";
import { readPrices } from "../forecast/own-prices.ts";
import { dateGiven, seedMax, wholeNumber } from "../options.ts";
import { readFolder } from "../read-folder.ts";
import { paintFor } from "../report/table.ts";
import { fail, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly data: string;
  readonly on: Day;
  readonly days: number;
  readonly concepts?: string;
  readonly answers: "silence" | "likely";
  readonly seed: number;
  readonly environment?: string;
  readonly prices?: string;
  readonly against?: string;
  readonly onePatientPerFile?: true;
  readonly json?: true;
}

/** A year of a campaign and a leap day: further ahead the files say nothing. */
const forecastDaysMax = 366;

/** `rounds forecast`: what a campaign will do to patients, agents and the budget, before it runs. */
export function registerForecast(program: Command, terminal: Terminal = process): void {
  program
    .command("forecast")
    .description("tell who enters a campaign, the contacts of each day, agents' work and the cost")
    .argument("<campaign|file>", "`screening/mammogram`, a campaign's folder or its campaign.yaml")
    .requiredOption("--data <dir>", "FHIR R4 bundles (*.json) and NDJSON (*.ndjson), or .gz")
    .requiredOption("--on <date>", "the first day, YYYY-MM-DD", dateGiven)
    .requiredOption("--days <n>", "how many days", wholeNumber(1, forecastDaysMax))
    .option("--concepts <dir>", "code lists of your own: YAML, or FHIR ValueSets in JSON")
    .addOption(
      new Option("--answers <model>", "silence: nobody answers; likely: by stated rates")
        .choices(["silence", "likely"])
        .default("silence"),
    )
    .option("--seed <n>", "of likely: same seed, same answers", wholeNumber(0, seedMax), 1)
    .addOption(
      new Option("--environment <name>", "hold the contacts against its pace and clinic").choices(
        environments.map(({ name }) => name),
      ),
    )
    .option("--prices <file>", "prices of your own (JSON) over the shipped ones")
    .option("--against <campaign|file>", "another version, to tell the difference from")
    .option("--one-patient-per-file", "a file is about the Patient in it, whatever it refers to")
    .option("--json", "the whole table as one object")
    .addHelpText("after", help)
    .action((ref: string, options: Options) => forecast(ref, options, terminal));
}

const help = `
Everybody in the files is taken through the days by the code that decides in production: audience,
consent, holdout, hours, caps, goals met on the way. No other campaign is counted in, and opt-outs
that only the running stack knows are not in the files. Silence is the upper bound of contacts:
nobody answers, no call is taken, agents reach nobody by the deadline of their task.

  rounds sample --patients 500 --seed 1 --out ./people
  rounds forecast screening/mammogram --data ./people --on 2026-12-01 --days 30
  rounds forecast ./mine --data ./people --on 2026-12-01 --days 30 --against screening/mammogram`;

async function forecast(ref: string, options: Options, terminal: Terminal): Promise<void> {
  const prices = readPrices(options.prices);
  if ("wrong" in prices) return fail(prices.wrong, 2, terminal);
  const campaigns = loadAll(
    [ref, ...(options.against === undefined ? [] : [options.against])],
    terminal,
  );
  const [campaign, against] = campaigns ?? [];
  if (campaign === undefined || campaigns === undefined) return;
  const { concepts, mistakes } = loadConcepts(options.concepts);
  for (const { file, message } of mistakes) fail(`${file}: ${message}`, 1, terminal);
  const named = campaigns.flatMap(({ audience, goal }) => [audience, goal].flatMap(conceptsOf));
  const unknown = unknownConcepts([...new Set(named)], concepts);
  if (unknown.length > 0) return fail(unknown.join("\n"), 2, terminal);
  const gathered = await readFolder(
    options.data,
    (onProgress) =>
      gatherPatients(options.data, {
        wants: wantsOf(campaigns, concepts),
        isOnePatientPerFile: options.onePatientPerFile ?? false,
        onProgress,
      }),
    terminal,
  );
  if (gathered === undefined) return;
  if (!gathered.patients.some(({ resource }) => resource !== undefined)) {
    const advice = "Give a folder with Patient resources, as `rounds sample` writes one.";
    return fail(`There is no patient in ${options.data}. ${advice}`, 2, terminal);
  }
  const look = (version: Campaign): ForecastTable => {
    const asked: AskedOf = { ...options, campaign: version, prices };
    return tableOf(forecastFrom(gathered.patients, concepts, { asked, terminal }), asked);
  };
  await print(look(campaign), against && look(against), options, terminal);
}

function loadAll(refs: readonly string[], terminal: Terminal): readonly Campaign[] | undefined {
  try {
    return refs.map((ref) => loadCampaign(ref));
  } catch (error) {
    if (!(error instanceof CampaignProblem)) throw error;
    const details = error.problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    );
    fail([error.message, ...details].join("\n"), details.length > 0 ? 1 : 2, terminal);
    return undefined;
  }
}

/** What the campaigns ask about, and stays in hospitals, for nobody is contacted there. */
function wantsOf(campaigns: readonly Campaign[], concepts: Concepts) {
  const asked = wantedBy(campaigns, concepts);
  return (codes: readonly string[]) =>
    asked(codes) || codes.some((code) => facilityClasses.includes(code));
}

async function print(
  table: ForecastTable,
  against: ForecastTable | undefined,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const difference = against && differenceBetween(table, against);
  if (options.json) {
    return printJson(difference === undefined ? table : { ...table, difference }, terminal);
  }
  const paint = paintFor(terminal);
  await printLine(forecastInWords(table, paint), terminal);
  if (difference === undefined) return;
  const { currency } = table.cost;
  const words = { against: options.against ?? "", currency };
  await printLine(`\n${differenceInWords(difference, words, paint)}`, terminal);
}
