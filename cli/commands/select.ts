import { type Command, Option } from "commander";
import pc from "picocolors";
import type { Audience } from "#domain/audience/audience";
import { type CompiledAudience, compiled } from "#domain/audience/compile";
import type { Concepts } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import { type Because, explain } from "#domain/audience/explain";
import { intervalAt } from "#domain/audience/interval";
import { solveCompiled } from "#domain/audience/solve";
import { wantedBy } from "#domain/audience/wanted";
import type { Language } from "#domain/audience/words/languages";
import type { Subject } from "#domain/patient/fact";
import { type Day, formatDay, parseDay } from "#domain/time";
import { CampaignProblem, loadAudience } from "../campaign-files.ts";
import { loadConcepts, unknownConcepts } from "../concepts.ts";
import { readSubjects } from "../subjects.ts";
import { fail, isTerminal, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly data: string;
  readonly on: string;
  readonly concepts?: string;
  readonly json?: true;
  readonly language: Language;
  readonly onePatientPerFile?: true;
}

/** One patient's answer. Days are `YYYY-MM-DD`, both ends included; null where it is open. */
export interface Selection {
  readonly patient: string;
  readonly in: boolean;
  /** The interval around the day, when in. */
  readonly since: string | null;
  readonly until: string | null;
  /** The next first day, when not in; null when nothing known brings one. */
  readonly next: string | null;
  readonly because: readonly Reason[];
}

interface Reason {
  readonly condition: string;
  readonly holds: Because["holds"];
  readonly facts: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly of?: readonly Reason[];
}

/** `rounds select`: who is in an audience on a day, from raw FHIR, without a database. */
export function registerSelect(program: Command, terminal: Terminal = process): void {
  program
    .command("select")
    .description("tell who is in an audience on a date, since when, until when, and why")
    .argument("<campaign|file>", "screening/mammogram, or a YAML file that holds audience:")
    .requiredOption("--data <dir>", "FHIR R4 bundles (*.json) and NDJSON (*.ndjson), or .gz")
    .requiredOption("--on <date>", "YYYY-MM-DD")
    .option("--concepts <dir>", "code lists of your own: YAML, or FHIR ValueSets in JSON")
    .addOption(
      new Option("--language <language>", "of the reasons").choices(["en", "es"]).default("en"),
    )
    .option("--one-patient-per-file", "a file is about the Patient in it, whatever it refers to")
    .option("--json", "one object a line: patient, in, since, until, next, because")
    .addHelpText("after", help)
    .action((ref: string, options: Options) => select(ref, options, terminal));
}

const help = `
since and until are the first and the last day of the interval around the date, null where it has
no end; next is the first day on which a patient who is not in comes in, null when nothing known
brings one. because lists the conditions: holds is true, false or "unknown".

  rounds select screening/mammogram --data ./export --on 2026-12-31
  rounds select mine.yaml --data ./export --on 2026-12-31 --concepts ./valuesets --json`;

async function select(ref: string, options: Options, terminal: Terminal): Promise<void> {
  const on = parseDay(options.on);
  if (on === undefined) {
    return fail(`--on ${options.on} is not a date. Write YYYY-MM-DD.`, 2, terminal);
  }
  const audience = audienceOf(ref, terminal);
  if (audience === undefined) return;
  const { concepts, mistakes } = loadConcepts(options.concepts);
  for (const { file, message } of mistakes) fail(`${file}: ${message}`, 1, terminal);
  const unknown = unknownConcepts(conceptsOf(audience), concepts);
  if (unknown.length > 0) return fail(unknown.join("\n"), 2, terminal);
  const wants = wantedBy([{ audience, goal: audience }], concepts);
  const collected = await readSubjects(
    options.data,
    { on, wants, isOnePatientPerFile: options.onePatientPerFile ?? false },
    terminal,
  );
  if (collected === undefined) return;
  const ask = asker(audience, concepts, on, options.language);
  if (!options.json) return printSummary(collected.subjects.map(ask), options.on, terminal);
  for (const subject of collected.subjects) await printJson(ask(subject), terminal);
}

function audienceOf(ref: string, terminal: Terminal): Audience | undefined {
  try {
    return loadAudience(ref).audience;
  } catch (error) {
    if (!(error instanceof CampaignProblem)) throw error;
    const details = error.problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    );
    fail([error.message, ...details].join("\n"), 2, terminal);
    return undefined;
  }
}

function asker(
  audience: Audience,
  concepts: Concepts,
  on: Day,
  language: Language,
): (subject: Subject) => Selection {
  const rule: CompiledAudience = compiled(audience, concepts);
  return (subject) => {
    const intervals = solveCompiled(rule, subject);
    const around = intervalAt(intervals, on);
    const next = around === undefined ? intervals.find(({ from }) => from > on) : undefined;
    return {
      patient: subject.patient,
      in: around !== undefined,
      since: dateOrNull(around?.from),
      until: dateOrNull(around?.through),
      next: dateOrNull(next?.from),
      because: explain(audience, subject, concepts, on, language).map(reasonOf),
    };
  };
}

function dateOrNull(day: Day | undefined): string | null {
  return day !== undefined && Number.isFinite(day) ? formatDay(day) : null;
}

function reasonOf({ condition, holds, facts, since, until, of }: Because): Reason {
  return {
    condition,
    holds,
    facts,
    ...(since === undefined ? {} : { since: formatDay(since) }),
    ...(until === undefined ? {} : { until: formatDay(until) }),
    ...(of === undefined ? {} : { of: of.map(reasonOf) }),
  };
}

/** Patients named on the screen; `--json` gives all. */
const shownMax = 10;

async function printSummary(
  selections: readonly Selection[],
  on: string,
  terminal: Terminal,
): Promise<void> {
  const paint = pc.createColors(isTerminal(terminal.stdout));
  const isIn = selections.filter((each) => each.in);
  const isOut = selections.filter((each) => !each.in);
  const line = (text: string) => printLine(text, terminal);
  await line(
    `${paint.bold(String(isIn.length))} of ${selections.length} patients are in the audience on ${on}.`,
  );
  for (const { patient, since, until } of isIn.slice(0, shownMax)) {
    await line(
      `  ${patient}  ${paint.dim(`since ${since ?? "always"}, until ${until ?? "further notice"}`)}`,
    );
  }
  if (isIn.length > shownMax) await line(`  … and ${isIn.length - shownMax} more`);
  if (isOut.length === 0) return;
  await line("");
  await line(`${isOut.length} are not:`);
  for (const [reason, count] of countsOf(isOut))
    await line(`  ${String(count).padStart(6)}  ${reason}`);
  const coming = isOut.filter(({ next }) => next !== null).length;
  if (coming > 0) await line(`  ${String(coming).padStart(6)}  of them come in later`);
}

/** How often each condition is the first that does not hold, most frequent first. */
function countsOf(isOut: readonly Selection[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { because } of isOut) {
    const first = because.find(({ holds }) => holds !== true);
    if (first === undefined) continue;
    const reason = `${first.holds === false ? "not" : "unknown whether"}: ${first.condition}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
