import { existsSync } from "node:fs";
import type { Command } from "commander";
import { defaultPolicy } from "#domain/contact/default-policy";
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
  readonly json?: true;
}

/** `rounds verify`: proves the laws over a ledger export. */
export function registerVerify(program: Command, terminal: Terminal = process): void {
  program
    .command("verify")
    .description("prove laws 1–9 over a ledger export, or name each violation")
    .argument("<ledger...>", "NDJSON of ledger rows, such as `rounds run --ledger` writes")
    .option("--accepted <file>", "what the providers say they accepted, NDJSON of {key,at}")
    .option("--as-of <instant>", "when the export was made (default: its latest row)")
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
  const named = [...files, ...(options.accepted === undefined ? [] : [options.accepted])];
  for (const file of named) {
    if (!existsSync(file)) return fail(`${file}: there is no such file.`, 2, terminal);
  }
  const asOf = options.asOf === undefined ? undefined : parseInstant(options.asOf);
  if (options.asOf !== undefined && asOf === undefined) {
    return fail(`--as-of ${options.asOf} is not an instant with its offset.`, 2, terminal);
  }
  const rows: LedgerRow[] = [];
  for (const file of files) {
    for await (const row of readLedger(file)) rows.push(row);
  }
  const accepted: readonly Accepted[] =
    options.accepted === undefined ? [] : await readAccepted(options.accepted);
  const { violations, rows: total } = verify(rows, {
    policy: defaultPolicy,
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
