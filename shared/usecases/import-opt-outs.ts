import { type OptOutFault, optOutFault } from "#contracts/opt-outs/fault";
import { type OptOutHeader, readFields, readOptOutHeader } from "#contracts/opt-outs/header";
import { type OptOutRow, readOptOutRow } from "#contracts/opt-outs/row";
import type { OrganizationId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";
import type { Clock, FilePlace, FileRecord, FileStore, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../errors.ts";
import { inTurns } from "./in-turns.ts";
import { createTakeOptOut, type OptOutTaken, type TakeOptOutPorts } from "./take-opt-out.ts";

/** Rows that are read before they are written: bounds memory and what a crash repeats. */
const rowsPerChunk = 1_000;

/**
 * Chunks of one invocation, however fast the clock says it was: a minute's work, and the clock of
 * a virtual stack stands still.
 */
const chunksPerRunMax = 20;

/** Numbers and patients written at the same time: enough to hide the latency of the table. */
const subjectsAtOnce = 16;

export interface ImportOptOutsPorts extends TakeOptOutPorts {
  readonly organizations: OrganizationDirectory;
  readonly files: FileStore;
  readonly clock: Clock;
}

export interface ImportOptOutsInput {
  readonly organization: OrganizationId;
  readonly file: string;
  readonly from: FilePlace;
  /** When the file was handed in: a row without a date counts as said then. */
  readonly handedInAt: Instant;
  /**
   * No chunk is begun after this, nor after the twentieth; the rest is `next`. Without it, one chunk
   * is read.
   */
  readonly stopAt?: Instant;
}

export interface OptOutCounts {
  /** Rows that could be read, whatever they came to. */
  readonly accepted: number;
  /** Of these, rows of which all stood before. */
  readonly alreadyStopped: number;
  /** Of these, rows whose patient has opted in again since. */
  readonly optedInSince: number;
  readonly quarantined: number;
  /** Patients who were opted out of something by it. */
  readonly ownersOptedOut: number;
}

export interface ImportedOptOuts extends OptOutCounts {
  /** Where to go on; absent when the file is at its end. */
  readonly next?: FilePlace;
}

/**
 * Takes in a list of opt-outs that another system kept, or a stretch of it. A row that cannot be
 * read is set aside, and the rest goes on: the rows of a chunk that were, by line, reason and advice
 * and without their words, under `quarantine/<file>#<first line>.json`, one object a line. What came
 * of each stretch is written to `reports/<file>#<line>.json`. A file without a usable header is
 * refused as a whole, with what to do in its report. Reading the same rows again, in part, in any
 * order or beside another reader, changes nothing.
 */
export function createImportOptOuts(ports: ImportOptOutsPorts) {
  const takeOptOut = createTakeOptOut(ports);
  return async (input: ImportOptOutsInput): Promise<ImportedOptOuts> => {
    const { organization, file, from, handedInAt, stopAt } = input;
    const settings = await ports.organizations.load(organization);
    if (!settings) throw new Unrecoverable("organization/unknown");
    const { line: headerLine, header } = await headerOf(ports.files, file);
    const context = { zone: settings.business.zone, handedInAt };
    const tally = new Tally();

    const finish = async (records: readonly FileRecord[]): Promise<void> => {
      const { rows, faults } = readRows(records, header, context);
      await inTurns(bySubject(rows), subjectsAtOnce, async (alike) => {
        for (const { line, row } of alike) {
          const words = row.source === undefined ? {} : { words: row.source };
          const evidence = { by: "list", reference: `import:${file}#${line}`, ...words };
          tally.add(await takeOptOut(organization, row, evidence));
        }
      });
      tally.quarantined += faults.length;
      await quarantine(ports.files, file, records[0]?.line ?? 1, faults);
    };

    const hasTime = (chunks: number): boolean =>
      stopAt !== undefined && ports.clock.now() < stopAt && chunks < chunksPerRunMax;

    let chunk: FileRecord[] = [];
    let chunks = 0;
    let next = from;
    const format = { delimiter: header.delimiter, oneLine: readFields(header) };
    for await (const record of ports.files.records(file, from, format)) {
      if (record.line <= headerLine) continue;
      if (chunk.length === rowsPerChunk) {
        await finish(chunk);
        chunks += 1;
        if (!hasTime(chunks)) return reported(ports.files, input, tally.imported(next));
        chunk = [];
      }
      chunk.push(record);
      next = record.next;
    }
    await finish(chunk);
    return reported(ports.files, input, tally.imported(undefined));
  };
}

export type ImportOptOuts = ReturnType<typeof createImportOptOuts>;

/** The first line that is not blank. It is read again for each stretch. */
async function headerOf(
  files: FileStore,
  file: string,
): Promise<{ readonly line: number; readonly header: OptOutHeader }> {
  let line = 0;
  for await (const text of files.lines(file)) {
    line += 1;
    if (text.trim() === "") continue;
    const read = readOptOutHeader(text);
    return read.ok ? { line, header: read.value } : refuse(files, file, read.fault);
  }
  return refuse(files, file, optOutFault("opt-outs/no-header"));
}

/** Says what to do beside the file, for who handed it in; the dead letter is for who runs this. */
async function refuse(files: FileStore, file: string, refused: OptOutFault): Promise<never> {
  await files.write(`reports/${file}#1.json`, JSON.stringify({ file, fromLine: 1, refused }));
  throw new Unrecoverable(refused.reason);
}

interface NumberedRow {
  readonly line: number;
  readonly row: OptOutRow;
}

interface NumberedFault extends OptOutFault {
  readonly line: number;
}

function readRows(
  records: readonly FileRecord[],
  header: OptOutHeader,
  context: Parameters<typeof readOptOutRow>[2],
): { readonly rows: readonly NumberedRow[]; readonly faults: readonly NumberedFault[] } {
  const rows: NumberedRow[] = [];
  const faults: NumberedFault[] = [];
  for (const { line, fields } of records) {
    const read = fields && readOptOutRow(fields, header, context);
    if (read?.ok) rows.push({ line, row: read.row });
    else faults.push({ line, ...(read?.fault ?? optOutFault("opt-outs/not-well-formed")) });
  }
  return { rows, faults };
}

/** Rows about the same number or patient go one after the other, so that they do not contend. */
function bySubject(rows: readonly NumberedRow[]): readonly (readonly NumberedRow[])[] {
  return [...Map.groupBy(rows, ({ row }) => row.points[0] ?? row.patient).values()];
}

/** Place, reason and advice only: the words stay in the file that was handed in. */
async function quarantine(
  files: FileStore,
  file: string,
  firstLine: number,
  faults: readonly NumberedFault[],
): Promise<void> {
  if (faults.length === 0) return;
  const lines = faults.map((fault) => JSON.stringify({ file, ...fault }));
  await files.write(`quarantine/${file}#${firstLine}.json`, `${lines.join("\n")}\n`);
}

/** Counts only, so that who handed the list in can see what came of it. */
async function reported(
  files: FileStore,
  { file, from }: ImportOptOutsInput,
  imported: ImportedOptOuts,
): Promise<ImportedOptOuts> {
  const report = { file, fromLine: from.line, ...imported };
  await files.write(`reports/${file}#${from.line}.json`, JSON.stringify(report));
  return imported;
}

class Tally {
  readonly #effects = { stopped: 0, "already-stopped": 0, "opted-in-since": 0 };
  #ownersOptedOut = 0;
  quarantined = 0;

  add({ is, optedOut }: OptOutTaken): void {
    this.#effects[is] += 1;
    this.#ownersOptedOut += optedOut.length;
  }

  imported(next: FilePlace | undefined): ImportedOptOuts {
    const { stopped, "already-stopped": already, "opted-in-since": since } = this.#effects;
    return {
      accepted: stopped + already + since,
      alreadyStopped: already,
      optedInSince: since,
      quarantined: this.quarantined,
      ownersOptedOut: this.#ownersOptedOut,
      ...(next === undefined ? {} : { next }),
    };
  }
}
