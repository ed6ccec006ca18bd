import { optOutFault } from "#contracts/opt-outs/fault";
import { type OptOutHeader, readFields, readOptOutHeader } from "#contracts/opt-outs/header";
import { type OptOutRow, readOptOutRow } from "#contracts/opt-outs/row";
import type { OrganizationId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";
import type { Clock, FilePlace, FileRecord, FileStore, OrganizationDirectory } from "#ports";
import { StaleRecord, Unrecoverable } from "../errors.ts";
import { inTurns } from "./in-turns.ts";
import {
  type ImportedOptOuts,
  type NumberedFault,
  OptOutTally,
  quarantine,
  refuse,
  reported,
} from "./opt-out-report.ts";
import { createTakeOptOut, type TakeOptOutPorts } from "./take-opt-out.ts";

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

/**
 * Takes in a list of opt-outs that another system kept, or a stretch of it. A row that cannot be
 * read is set aside, and the rest goes on: the rows of a chunk that were, by line, reason and advice
 * and without their words, under `quarantine/<file>#<first line>.ndjson`. What came
 * of each stretch is written to `reports/<file>#<line>.json`. A file without a usable header is
 * refused as a whole, with what to do in its report. Reading the same rows again, in part, in any
 * order or beside another reader, changes nothing.
 */
export function createImportOptOuts(ports: ImportOptOutsPorts) {
  const takeRows = createTakeRows(ports);
  return async (input: ImportOptOutsInput): Promise<ImportedOptOuts> => {
    const { organization, file, from, handedInAt, stopAt } = input;
    const settings = await ports.organizations.load(organization);
    if (!settings) throw new Unrecoverable("organization/unknown");
    const { line: headerLine, header } = await headerOf(ports.files, file);
    const context = { zone: settings.business.zone, handedInAt };
    const tally = new OptOutTally();

    const finish = async (records: readonly FileRecord[]): Promise<void> => {
      const { rows, faults } = readRows(records, header, context);
      await takeRows(input, rows, tally);
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

interface NumberedRow {
  readonly line: number;
  readonly row: OptOutRow;
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

/** Takes in the rows of a chunk, many at a time. */
function createTakeRows(ports: TakeOptOutPorts) {
  const takeOptOut = createTakeOptOut(ports);
  return async (
    { organization, file }: ImportOptOutsInput,
    rows: readonly NumberedRow[],
    tally: OptOutTally,
  ): Promise<void> => {
    const take = async ({ line, row }: NumberedRow): Promise<void> => {
      const words = row.source === undefined ? {} : { words: row.source };
      const evidence = { by: "list", reference: `import:${file}#${line}`, ...words };
      tally.add(await takeOptOut(organization, row, evidence));
    };
    // Numbers of one patient may meet at the record: whoever lost too often goes alone.
    const contended: NumberedRow[] = [];
    await inTurns(bySubject(rows), subjectsAtOnce, async (alike) => {
      for (const row of alike) {
        await take(row).catch((error: unknown) => {
          if (!(error instanceof StaleRecord)) throw error;
          contended.push(row);
        });
      }
    });
    for (const row of contended) await take(row);
  };
}

/** Rows about the same number or patient go one after the other, so that they do not contend. */
function bySubject(rows: readonly NumberedRow[]): readonly (readonly NumberedRow[])[] {
  return [...Map.groupBy(rows, ({ row }) => row.points[0] ?? row.patient).values()];
}
