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

/** One line of a file that is not empty; what it says, unless it says nothing that we know. */
export interface FileLine<Value> {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly value: Value | undefined;
}

/** The lines of an export, in its order. */
export function ledgerLines(file: string): AsyncGenerator<FileLine<LedgerRow>> {
  return linesOf(file, (json) => {
    const parsed = Row.safeParse(json);
    return parsed.success ? (parsed.data as unknown as LedgerRow) : undefined;
  });
}

async function* linesOf<Value>(
  file: string,
  read: (json: unknown) => Value | undefined,
): AsyncGenerator<FileLine<Value>> {
  let line = 0;
  for await (const text of readLines(createReadStream(file))) {
    line += 1;
    if (text.trim() !== "") yield { line, text, value: read(jsonIn(text)) };
  }
}

/**
 * The rows of an export, in its order.
 * @throws LedgerFileProblem naming the line that is none.
 */
export async function* readLedger(file: string): AsyncGenerator<LedgerRow> {
  for await (const { line, value } of ledgerLines(file)) {
    if (value === undefined) throw new LedgerFileProblem(file, line);
    yield value;
  }
}

const AcceptedLine = z.looseObject({ key: z.string(), at: z.number() });

/** What providers accepted, as NDJSON beside the ledger. */
export async function writeAccepted(file: string, accepted: readonly Accepted[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, accepted.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

/** The lines of such a file. */
export function acceptedLines(file: string): AsyncGenerator<FileLine<Accepted>> {
  return linesOf(file, (json) => AcceptedLine.safeParse(json).data);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
