import { CsvError, type Parser, parse } from "csv-parse";
import { Unrecoverable } from "../errors.ts";
import type { DelimitedFormat, FilePlace, FileRecord } from "../ports.ts";

/** A record longer than this is a quote that nobody closed. Bytes. */
const recordBytesMax = 65_536;

/** The bytes of a file from one on; none when it is shorter. */
export type OpenFile = (byte: number) => AsyncIterable<Uint8Array>;

/**
 * The records of delimited text (RFC 4180, and what programs make of it) from a place on. Where a
 * quote was left open or closed in the middle of a field, the line on which that record begins is
 * given up and reading begins anew on the next one: a single bad line costs no other.
 */
export async function* recordsOf(
  open: OpenFile,
  from: FilePlace,
  format: DelimitedFormat,
): AsyncIterable<FileRecord> {
  if (from.byte > 0) await requireLineStart(open, from.byte);
  let place: FilePlace | undefined = from;
  while (place !== undefined) {
    const stuck: FilePlace | undefined = yield* readOn(open, place, format);
    const broken: FileRecord | undefined = stuck && (await lineAt(open, stuck));
    if (broken) yield broken;
    place = broken?.next;
  }
}

/** Reads to the end, or to a record that is not well-formed: then where reading came to a stop. */
async function* readOn(
  open: OpenFile,
  from: FilePlace,
  format: DelimitedFormat,
): AsyncGenerator<FileRecord, FilePlace | undefined> {
  const { parser, found } = startParser(format.delimiter);
  let end = from;
  // The parser counts the two characters of a quoted line end as two lines.
  let countedTwice = 0;
  for await (const chunk of withEnd(open(from.byte))) {
    const isStuck = await give(parser, chunk);
    for (const { fields, lines, bytes } of found.splice(0)) {
      if (format.oneLine.some((index) => /[\r\n]/.test(fields[index] ?? ""))) return end;
      const breaks = fields.flatMap((field) => field.match(/\r\n|\r|\n/g) ?? []);
      countedTwice += breaks.filter((text) => text === "\r\n").length;
      const last = from.line - 1 + lines - countedTwice;
      end = { line: last + 1, byte: from.byte + bytes };
      yield { line: last - breaks.length, fields, next: end };
    }
    if (isStuck) return end;
  }
  return undefined;
}

interface Found {
  readonly fields: readonly string[];
  /** Read to its end, by the parser's own count. */
  readonly lines: number;
  readonly bytes: number;
}

/** What is found is handed out at once: a stream that fails throws away what it still holds. */
function startParser(delimiter: string): { readonly parser: Parser; readonly found: Found[] } {
  const found: Found[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: recordBytesMax,
    on_record: (fields: readonly string[], { lines, bytes }) => {
      found.push({ fields, lines, bytes });
      return null;
    },
  });
  // Its faults are answers here: the callbacks of each write have them.
  parser.on("error", () => undefined);
  return { parser, found };
}

/** True when the parser cannot go on with what it was given; `undefined` is the end. */
function give(parser: Parser, chunk: Uint8Array | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (error?: Error | null) => resolve(error instanceof CsvError);
    if (chunk === undefined) parser.end(done);
    else parser.write(chunk, done);
  });
}

async function* withEnd<Piece>(pieces: AsyncIterable<Piece>): AsyncIterable<Piece | undefined> {
  yield* pieces;
  yield undefined;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/** Continuing in the middle of a line would read half a number as a whole one. */
async function requireLineStart(open: OpenFile, byte: number): Promise<void> {
  for await (const [before] of open(byte - 1)) {
    if (before === newline || before === carriageReturn) return;
    break;
  }
  throw new Unrecoverable("file/replaced");
}

/** The first line from there that is not blank, given up as it is. */
async function lineAt(open: OpenFile, from: FilePlace): Promise<FileRecord | undefined> {
  let place = from;
  for await (const { bytes, isBlank } of measuredLines(open(from.byte))) {
    const next = { line: place.line + 1, byte: place.byte + bytes };
    if (!isBlank) return { line: place.line, next };
    place = next;
  }
  return undefined;
}

interface MeasuredLine {
  /** Its end included. */
  readonly bytes: number;
  readonly isBlank: boolean;
}

/** Lines by their length alone: one of them may be all that is left of a large file. */
async function* measuredLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<MeasuredLine> {
  let [bytes, isBlank] = [0, true];
  let isEnding = false;
  for await (const chunk of chunks) {
    for (const code of chunk) {
      if (isEnding && code !== newline) {
        yield { bytes, isBlank };
        [bytes, isBlank, isEnding] = [0, true, false];
      }
      bytes += 1;
      if (code === newline) {
        yield { bytes, isBlank };
        [bytes, isBlank, isEnding] = [0, true, false];
      } else if (code === carriageReturn) isEnding = true;
      else if (code > space) isBlank = false;
    }
  }
  if (bytes > 0) yield { bytes, isBlank };
}
