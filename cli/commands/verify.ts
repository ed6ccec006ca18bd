import { existsSync } from "node:fs";
import type { Command } from "commander";
import { readOrganizationFile } from "#adapters/files/organization-file";
import { organizationOf } from "#contracts/organization-file";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactPolicy } from "#domain/contact/policy";
import type { Violation } from "#domain/ledger/violation";
import { parseInstant } from "#domain/time";
import { progressBar } from "../progress-bar.ts";
import { count, several } from "../report/numbers.ts";
import { paintFor } from "../report/table.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";
import { verifyLedgers } from "../verify/verify-ledgers.ts";

interface Options {
  readonly accepted?: string;
  readonly asOf?: string;
  readonly organization?: string;
  readonly json?: true;
}

/** `rounds verify`: proves the laws over a ledger export. */
export function registerVerify(program: Command, terminal: Terminal = process): void {
  program
    .command("verify")
    .description("prove laws 1–9 over a ledger export, or name each violation")
    .argument("<ledger...>", "NDJSON of ledger rows, as `rounds ledger` or `rounds run` writes")
    .option("--accepted <file>", "what the providers say they accepted, NDJSON of {key,at}")
    .option("--as-of <instant>", "when the export was made (default: its latest row)")
    .option("--organization <file>", "settings whose hours and caps held (default: the defaults)")
    .option("--json", "one object a violation, the last line {rows,violations}")
    .addHelpText(
      "after",
      `
The checker believes nothing but the rows. They may lie in any order, over several files, and some
of them twice; files may be larger than the memory, for they are sorted by patient in the folder
for temporary files (TMPDIR), which needs as much room as they have. It is PHI like the files and
is gone afterwards. A line that is no row is told, and the rest goes on. Exits with 1 when a law did
not hold or a line could not be read.

  rounds verify .rounds/last-run/ledger.ndjson --accepted .rounds/last-run/accepted.ndjson`,
    )
    .action((files: readonly string[], options: Options) => verifyFiles(files, options, terminal));
}

async function verifyFiles(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const named = [...files, options.accepted, options.organization].filter(
    (file) => file !== undefined,
  );
  for (const file of named) {
    if (!existsSync(file)) return fail(`${file}: there is no such file.`, 2, terminal);
  }
  const asOf = options.asOf === undefined ? undefined : parseInstant(options.asOf);
  if (options.asOf !== undefined && asOf === undefined) {
    return fail(`--as-of ${options.asOf} is not an instant with its offset.`, 2, terminal);
  }
  const policy = policyOf(options, terminal);
  if (policy === undefined) return;
  const accepted = options.accepted === undefined ? [] : [options.accepted];
  const bar = progressBar("Verifying", terminal);
  let violations = 0;
  const { rows, badLines } = await verifyLedgers(
    { files, accepted, policy, asOf },
    {
      progress: bar.update,
      badLine: tellOfBadLines(options, terminal),
      async violation(violation) {
        violations += 1;
        if (options.json) await printJson(violation, terminal);
        else await printLine(inWords(violation, terminal), terminal);
      },
    },
  );
  bar.stop();
  if (violations > 0) problem(1, terminal);
  if (options.json) {
    const unread = badLines > 0 ? { badLines } : {};
    return printJson({ rows, violations, ...unread }, terminal);
  }
  const paint = paintFor(terminal);
  const unread = badLines > 0 ? `, ${several(badLines, "line")} that could not be read` : "";
  const verdict = `${several(violations, "violation")} in ${count(rows)} rows${unread}`;
  const isFine = violations === 0 && badLines === 0;
  await printLine(isFine ? paint.green(verdict) : paint.red(verdict), terminal);
}

/** Bad lines that are named: whoever gave another file need not read all of it. */
const badLinesToldMax = 100;

function tellOfBadLines({ accepted }: Options, terminal: Terminal) {
  let told = 0;
  return (file: string, line: number): void => {
    told += 1;
    if (told > badLinesToldMax) return;
    const what =
      file === accepted
        ? "is not `{key,at}`, as providers' lists are."
        : "is not a ledger row. Give files that `rounds ledger` or `rounds run --ledger` wrote.";
    const isLast = told === badLinesToldMax;
    fail(`${file}:${line} ${what}${isLast ? " Further ones are only counted." : ""}`, 1, terminal);
  };
}

function inWords(violation: Violation, terminal: Terminal): string {
  const { law, patient, revisions, subject, message } = violation;
  const words = revisions.length === 1 ? "revision" : "revisions";
  const place = revisions.length === 0 ? "no row" : `${words} ${revisions.join(", ")}`;
  return `law ${law}: ${patient} ${subject}: ${message} ${paintFor(terminal).dim(`(${place})`)}`;
}

/** Undefined when the file of settings has problems, which were told. */
function policyOf({ organization }: Options, terminal: Terminal): ContactPolicy | undefined {
  if (organization === undefined) return defaultPolicy;
  const { file, problems } = readOrganizationFile(organization);
  for (const { file: name, line, message } of problems) {
    fail(`${name}:${line} ${message}`, 2, terminal);
  }
  return file && organizationOf(file, {}).policy;
}
