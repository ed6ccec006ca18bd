import type { Command } from "commander";
import { type Day, dayOf, formatDay, parseDay } from "#domain/time";
import { type SampleCounts, writeSample } from "#local/sample/write-sample";
import { fail, printJson, printLine, type Terminal } from "../terminal.ts";

/** Above this the invented numbers and the disk both run out. */
const patientsMax = 5_000_000;

interface Options {
  readonly patients: string;
  readonly seed: string;
  readonly out: string;
  readonly anchor?: string;
  readonly broken?: true;
  readonly json?: true;
}

/** `rounds sample`: a synthetic population as FHIR R4 NDJSON. */
export function registerSample(program: Command, terminal: Terminal = process): void {
  program
    .command("sample")
    .description("write a synthetic population as FHIR R4 NDJSON files")
    .requiredOption("--patients <n>", "how many patients")
    .option("--seed <n>", "same seed and anchor, same files", "1")
    .requiredOption("--out <dir>", "the directory to write to; it is made when missing")
    .option("--anchor <date>", "the day before which everything happened (default: today, UTC)")
    .option("--broken", "add lines that an import must quarantine")
    .option("--json", "the counts as one object")
    .addHelpText(
      "after",
      `
People are invented: fills that run late, HbA1c and mammograms overdue, all US time zones, a quarter
in Spanish, shared phones, bad numbers, some without phone, address or language, some who died.
Phone numbers are valid and belong to nobody (exchange 555). Patient 7 is the same in every size.

  rounds sample --patients 300 --seed 7 --out sample`,
    )
    .action(async (options: Options) => {
      const patients = wholeNumber(options.patients, patientsMax);
      const seed = wholeNumber(options.seed, Number.MAX_SAFE_INTEGER);
      const anchor = options.anchor === undefined ? today() : parseDay(options.anchor);
      if (patients === undefined) {
        return fail(`--patients takes a whole number up to ${patientsMax}.`, 2, terminal);
      }
      if (seed === undefined) return fail("--seed takes a whole number.", 2, terminal);
      if (anchor === undefined) return fail("--anchor takes a date, YYYY-MM-DD.", 2, terminal);
      const isBroken = options.broken === true;
      const counts = await writeSample({
        patients,
        seed,
        anchor,
        directory: options.out,
        isBroken,
      });
      if (options.json) await printJson(counts, terminal);
      else await printLine(inWords(counts, anchor), terminal);
    });
}

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return number <= max ? number : undefined;
}

function today(): Day {
  return dayOf(Date.now(), "UTC");
}

function inWords(counts: SampleCounts, anchor: Day): string {
  const lines = Object.entries(counts).map(
    ([type, count]) => `${String(count).padStart(9)}  ${type}`,
  );
  return [`A population as of ${formatDay(anchor)}:`, ...lines].join("\n");
}
