import { type Command, Option } from "commander";
import pc from "picocolors";
import { adherenceTo } from "#domain/audience/adherence";
import {
  adherentShare,
  type Coverage,
  type CoverageQuestion,
  isMeasurable,
  type Overlap,
  type SameDay,
} from "#domain/audience/coverage";
import { daysLeftOf, daysLeftState } from "#domain/audience/days-left";
import { wantedBy } from "#domain/audience/wanted";
import { formatDay, parseDay } from "#domain/time";
import { loadConcepts, unknownConcepts } from "../concepts.ts";
import { readSubjects } from "../subjects.ts";
import { fail, isTerminal, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly of: string;
  readonly data: string;
  readonly from: string;
  readonly through: string;
  readonly concepts?: string;
  readonly overlap: Overlap;
  readonly sameDay: SameDay;
  readonly carryIn?: true;
  readonly exceptIn?: string;
  readonly json?: true;
}

/** `rounds adherence`: days covered by what pharmacies handed over, per patient. */
export function registerAdherence(program: Command, terminal: Terminal = process): void {
  program
    .command("adherence")
    .description("count the days covered by a class of medicines, from dispenses")
    .requiredOption("--of <concept>", "the class, as a concept: statin")
    .requiredOption("--data <dir>", "FHIR R4 bundles (*.json) and NDJSON (*.ndjson), or .gz")
    .requiredOption("--from <date>", "first day of the period, YYYY-MM-DD")
    .requiredOption("--through <date>", "last day of the period, YYYY-MM-DD")
    .option("--concepts <dir>", "code lists of your own: YAML, or FHIR ValueSets in JSON")
    .addOption(
      new Option("--overlap <rule>", "whether an early refill of the same ingredient waits")
        .choices(["shift", "union"])
        .default("shift"),
    )
    .addOption(
      new Option(
        "--same-day <rule>",
        "several fills of one medicine on one day: all, or the longest",
      )
        .choices(["sum", "max"])
        .default("sum"),
    )
    .option("--carry-in", "count supply handed over before the period")
    .option("--except-in <concept>", "leave stays in a facility out, and use their supply after")
    .option("--json", "one object a line: patient, from, through, days, coveredDays, pdc, …")
    .addHelpText("after", help)
    .action((options: Options) => adherence(options, terminal));
}

const help = `
The treatment of a patient begins with the first covered day of the period: from and days tell it.
pdc is coveredDays / days, not rounded. runOut is the first day without supply after the last fill,
daysLate how long that is past on the last day of the period. All four are null for a patient
without a fill that counts. On the screen each line ends with what is left of the days that may go
uncovered before 80% is lost: impossible, critical (0 to 5), high (6 to 15), medium (16 to 30), low.

  rounds adherence --of statin --data ./export --from 2026-01-01 --through 2026-12-31`;

async function adherence(options: Options, terminal: Terminal): Promise<void> {
  const from = parseDay(options.from);
  const through = parseDay(options.through);
  if (from === undefined || through === undefined || through < from) {
    return fail("Give --from and --through as YYYY-MM-DD, the earlier first.", 2, terminal);
  }
  const { concepts, mistakes } = loadConcepts(options.concepts);
  for (const { file, message } of mistakes) fail(`${file}: ${message}`, 1, terminal);
  const named = [options.of, ...(options.exceptIn === undefined ? [] : [options.exceptIn])];
  const unknown = unknownConcepts(named, concepts);
  if (unknown.length > 0) return fail(unknown.join("\n"), 2, terminal);
  const rule = { any: named };
  const wants = wantedBy([{ audience: rule, goal: rule }], concepts);
  const collected = await readSubjects(options.data, { on: through, wants }, terminal);
  if (collected === undefined) return;
  const asked: CoverageQuestion = {
    from,
    through,
    overlap: options.overlap,
    sameDay: options.sameDay,
    carryIn: options.carryIn ?? false,
  };
  const coverageOf = adherenceTo(options.of, concepts, options.exceptIn);
  const found = collected.subjects.map((subject) => ({
    patient: subject.patient,
    coverage: coverageOf(subject, asked),
  }));
  if (!options.json) return printSummary(found, options, terminal);
  for (const { patient, coverage } of found) {
    await printJson(lineOf(patient, coverage, options), terminal);
  }
}

function lineOf(patient: string, coverage: Coverage | undefined, asked: Options) {
  return coverage === undefined
    ? {
        patient,
        from: null,
        through: asked.through,
        days: 0,
        coveredDays: 0,
        pdc: null,
        runOut: null,
        daysLate: null,
      }
    : {
        patient,
        from: formatDay(coverage.from),
        through: formatDay(coverage.through),
        days: coverage.days,
        coveredDays: coverage.coveredDays,
        pdc: coverage.pdc,
        runOut: formatDay(coverage.runOut),
        daysLate: coverage.daysLate,
      };
}

/** Patients named on the screen; `--json` gives all. */
const shownMax = 20;

async function printSummary(
  found: readonly { readonly patient: string; readonly coverage: Coverage | undefined }[],
  { of }: Options,
  terminal: Terminal,
): Promise<void> {
  const paint = pc.createColors(isTerminal(terminal.stdout));
  const line = (text: string) => printLine(text, terminal);
  const treated = found
    .flatMap(({ patient, coverage }) => (coverage === undefined ? [] : [{ patient, ...coverage }]))
    .toSorted((a, b) => a.pdc - b.pdc);
  const measured = treated.filter(isMeasurable);
  const adherent = measured.filter(({ pdc }) => pdc >= adherentShare).length;
  await line(`${paint.bold(String(treated.length))} of ${found.length} patients had ${of}.`);
  await line(
    `${measured.length} long enough to measure; ${adherent} of them covered ${adherentShare * 100}% of their days or more.`,
  );
  for (const each of treated.slice(0, shownMax)) {
    const { patient, pdc, coveredDays, days, runOut } = each;
    const late = each.daysLate > 0 ? `, ${each.daysLate} days late` : "";
    const left = daysLeftOf(each);
    const state = `, ${left} days left: ${daysLeftState(left)}`;
    await line(
      `  ${(pdc * 100).toFixed(1).padStart(5)}%  ${patient}  ${paint.dim(`${coveredDays} of ${days} days, out on ${formatDay(runOut)}${late}${state}`)}`,
    );
  }
  if (treated.length > shownMax) await line(`  … and ${treated.length - shownMax} more`);
}
