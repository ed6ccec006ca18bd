import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { permissionLines } from "#domain/ledger/in-words/permission";
import { zoneOf } from "#domain/ledger/in-words/when";
import { permissionLedger } from "#domain/ledger/permission-ledger";
import type { LedgerRow } from "#domain/ledger/row";
import { storyOf, summaryOf } from "../explain/story.ts";
import { readLedger } from "../ledger-file.ts";
import { paintFor } from "../report/table.ts";
import { runningStack, stateFolder } from "../stack-file.ts";
import { fail, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly ledger?: string;
  readonly json?: true;
  readonly permissions?: true;
}

/** `rounds explain`: why this patient was or was not contacted. */
export function registerExplain(program: Command, terminal: Terminal = process): void {
  program
    .command("explain")
    .description("tell why a patient was or was not contacted, from the ledger")
    .argument("<patient>", "the FHIR id of the Patient")
    .option("--ledger <file>", "an export, NDJSON (default: the running stack, else the last run)")
    .option("--permissions", "what the patient allowed and took back, with what shows it")
    .option("--json", "the ledger rows, or the permissions, one object a line")
    .addHelpText(
      "after",
      `
Times are the patient's own where the zone is known. Without --ledger the stack that
\`rounds start --keep\` holds up is asked, and without one the last run.

  rounds explain patient-000042
  rounds explain patient-000042 --permissions`,
    )
    .action((patient: string, options: Options) => explain(patient, options, terminal));
}

async function explain(patient: string, options: Options, terminal: Terminal): Promise<void> {
  const source = await sourceOf(options, terminal);
  if (source === undefined) return;
  const { rows, others } = await source.rowsOf(patient);
  if (rows.length === 0) {
    const known = others.length > 0 ? ` It knows ${others.slice(0, 5).join(", ")}, ….` : "";
    return fail(`${source.name} has no row of ${patient}.${known}`, 1, terminal);
  }
  if (options.permissions) return explainPermissions(patient, rows, options, terminal);
  if (options.json) {
    for (const row of rows) await printJson(row, terminal);
    return;
  }
  const paint = paintFor(terminal);
  await printLine(`${paint.bold(patient)}  ${paint.dim(`times in ${zoneOf(rows)}`)}`, terminal);
  for (const line of storyOf(rows)) await printLine(line, terminal);
  await printLine(
    paint.dim(`${summaryOf(rows)}; ${rows.length} rows from ${source.name}`),
    terminal,
  );
}

async function explainPermissions(
  patient: string,
  rows: readonly LedgerRow[],
  { json }: Options,
  terminal: Terminal,
): Promise<void> {
  const entries = permissionLedger(rows);
  if (json) {
    for (const entry of entries) await printJson(entry, terminal);
    return;
  }
  const paint = paintFor(terminal);
  await printLine(`${paint.bold(patient)}  ${paint.dim(`times in ${zoneOf(rows)}`)}`, terminal);
  for (const line of permissionLines(entries, zoneOf(rows))) await printLine(line, terminal);
  await printLine(paint.dim("The latest word about a contact decides; nothing expires."), terminal);
}

interface Source {
  readonly name: string;
  /** The patient's rows in order; with others who have some, when there are none. */
  rowsOf(patient: string): Promise<{
    readonly rows: readonly LedgerRow[];
    readonly others: readonly string[];
  }>;
}

async function sourceOf(options: Options, terminal: Terminal): Promise<Source | undefined> {
  if (options.ledger !== undefined) {
    if (existsSync(options.ledger)) return fileSource(options.ledger);
    fail(`${options.ledger}: there is no such file.`, 2, terminal);
    return undefined;
  }
  const stack = await runningStack();
  if (stack !== undefined) {
    const { localStores } = await import("#local/stores");
    const { ledger } = localStores(stack.address);
    return {
      name: "the running stack",
      rowsOf: async (patient) => {
        const rows: LedgerRow[] = [];
        for await (const row of ledger.of(stack.organization, patient)) rows.push(row);
        return { rows, others: [] };
      },
    };
  }
  const last = join(stateFolder, "last-run", "ledger.ndjson");
  if (existsSync(last)) return fileSource(last);
  fail("There is no ledger yet: `npm start` lives 60 days and leaves one.", 1, terminal);
  return undefined;
}

function fileSource(file: string): Source {
  return {
    name: file,
    rowsOf: async (patient) => {
      const rows: LedgerRow[] = [];
      const others = new Set<string>();
      for await (const row of readLedger(file)) {
        if (row.patient === patient) rows.push(row);
        else others.add(row.patient);
      }
      return { rows, others: [...others] };
    },
  };
}
