import { createReadStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import type { Accepted } from "#domain/ledger/accepted";
import type { LedgerRow } from "#domain/ledger/row";
import { readLines } from "./terminal.ts";

/** As far as a reader must be sure; the events are the engine's own. */
const Row = z.looseObject({
  organization: z.string(),
  patient: z.string(),
  revision: z.int().positive(),
  index: z.int().min(0),
  inputs: z.string(),
  event: z.looseObject({ type: z.string(), at: z.number() }),
});

/** A line of a ledger file is no ledger row. */
export class LedgerFileProblem extends Error {
  readonly code = "ledger/bad-row";

  constructor(file: string, line: number) {
    super(
      `${file}:${line} is not a ledger row. Give a file that \`rounds ledger\` or \`rounds run --ledger\` wrote.`,
    );
  }
}

/** Writes rows as NDJSON, one a line. */
export async function writeLedger(file: string, rows: readonly LedgerRow[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/**
 * The rows of an export, in its order.
 * @throws LedgerFileProblem naming the line that is none.
 */
export async function* readLedger(file: string): AsyncGenerator<LedgerRow> {
  let line = 0;
  for await (const text of readLines(createReadStream(file))) {
    line += 1;
    if (text.trim() !== "") yield rowIn(text, file, line);
  }
}

function rowIn(text: string, file: string, line: number): LedgerRow {
  const parsed = Row.safeParse(jsonIn(text));
  if (!parsed.success) throw new LedgerFileProblem(file, line);
  return parsed.data as unknown as LedgerRow;
}

const AcceptedLine = z.looseObject({ key: z.string(), at: z.number() });

/** What providers accepted, as NDJSON beside the ledger. */
export async function writeAccepted(file: string, accepted: readonly Accepted[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, accepted.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

/** @throws LedgerFileProblem naming the line that is none. */
export async function readAccepted(file: string): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = [];
  let line = 0;
  for await (const text of readLines(createReadStream(file))) {
    line += 1;
    if (text.trim() === "") continue;
    const parsed = AcceptedLine.safeParse(jsonIn(text));
    if (!parsed.success) throw new LedgerFileProblem(file, line);
    accepted.push(parsed.data);
  }
  return accepted;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
