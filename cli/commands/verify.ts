import { existsSync } from "node:fs";
import type { Command } from "commander";
import { readOrganizationFile } from "#adapters/files/organization-file";
import { organizationOf } from "#contracts/organization-file";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactPolicy } from "#domain/contact/policy";
import type { Accepted } from "#domain/ledger/accepted";
import type { LedgerRow } from "#domain/ledger/row";
import { verify } from "#domain/ledger/verify";
import { parseInstant } from "#domain/time";
import { readAccepted, readLedger } from "../ledger-file.ts";
import { count, several } from "../report/numbers.ts";
import { paintFor } from "../report/table.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

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
The checker believes nothing but the rows. Exits with 1 when a law did not hold.

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
  const rows: LedgerRow[] = [];
  for (const file of files) {
    for await (const row of readLedger(file)) rows.push(row);
  }
  const accepted: readonly Accepted[] =
    options.accepted === undefined ? [] : await readAccepted(options.accepted);
  const { violations, rows: total } = verify(rows, {
    policy,
    accepted,
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (violations.length > 0) problem(1, terminal);
  if (options.json) {
    for (const violation of violations) await printJson(violation, terminal);
    return printJson({ rows: total, violations: violations.length }, terminal);
  }
  const paint = paintFor(terminal);
  for (const { law, patient, revision, subject, message } of violations) {
    const place = paint.dim(`(revision ${revision})`);
    await printLine(`law ${law}: ${patient} ${subject}: ${message} ${place}`, terminal);
  }
  const verdict = `${several(violations.length, "violation")} in ${count(total)} rows`;
  await printLine(violations.length === 0 ? paint.green(verdict) : paint.red(verdict), terminal);
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
