import { appendFileSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestNumber } from "#domain/record/digest";
import { linesOfFile } from "./lines-of-file.ts";

/** What waits in memory for each part before it is appended to its file. Bytes. */
const pendingBytes = 32 * 1024;

/** Parts beside each other, so that what waits for them is 8 MiB at most. */
const partsMax = 256;

/** Splits of a split: 256 parts of 256 parts are more than any disk holds. */
const depthMax = 3;

/** Between a name, written as JSON and so without one, and its line. */
const separator = "\t";

/**
 * Lines on disk that belong together by name, in parts of which each is small enough for the
 * memory: for what must be brought together and is larger than it. All lines of one name are in one
 * part, so they must fit into the memory themselves.
 */
export class Parts {
  readonly #folder: string;
  readonly #partBytes: number;
  readonly #depth: number;
  /** Bytes, not strings: millions of short strings that live a while are hard to clear away. */
  readonly #pending: readonly { readonly bytes: Buffer; used: number }[];

  /**
   * @param folder an empty one or none yet, which this fills and empties.
   * @param bytes about how much will be put in.
   * @param partBytes about how much of it may be in memory at once.
   */
  constructor(folder: string, bytes: number, partBytes: number, depth = 0) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#partBytes = partBytes;
    this.#depth = depth;
    const count = Math.min(partsMax, Math.max(1, Math.ceil(bytes / partBytes)));
    this.#pending = Array.from({ length: count }, () => ({
      bytes: Buffer.allocUnsafe(pendingBytes),
      used: 0,
    }));
  }

  /** Puts a line, which holds no line end, beside the others of that name. */
  add(name: string, line: string): void {
    this.#add(JSON.stringify(name), line);
  }

  /** The lines of each name, each name once. What was given is gone from the disk. */
  *groups(): Generator<readonly string[]> {
    for (let part = 0; part < this.#pending.length; part += 1) {
      this.#write(part);
      const file = this.#fileOf(part);
      const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes === 0) continue;
      const isTooLarge = bytes > 2 * this.#partBytes && this.#depth < depthMax;
      yield* isTooLarge ? this.#split(file, bytes) : groupsIn(file);
      rmSync(file, { force: true });
    }
  }

  /** Too many names fell on this part: once more, by another digest. */
  *#split(file: string, bytes: number): Generator<readonly string[]> {
    const folder = `${file}.parts`;
    const parts = new Parts(folder, bytes, this.#partBytes, this.#depth + 1);
    for (const entry of linesOfFile(file)) {
      const end = entry.indexOf(separator);
      parts.#add(entry.slice(0, end), entry.slice(end + 1));
    }
    rmSync(file);
    yield* parts.groups();
    rmSync(folder, { recursive: true });
  }

  #add(label: string, line: string): void {
    const part = digestNumber(`${this.#depth}/${label}`) % this.#pending.length;
    const pending = this.#pending[part];
    if (!pending) return;
    const entry = `${label}${separator}${line}\n`;
    // A character is three bytes at most.
    const isShort = entry.length * 3 <= pendingBytes;
    if (!isShort || pending.used + entry.length * 3 > pendingBytes) this.#write(part);
    if (isShort) pending.used += pending.bytes.write(entry, pending.used);
    else appendFileSync(this.#fileOf(part), entry);
  }

  #write(part: number): void {
    const pending = this.#pending[part];
    if (!pending || pending.used === 0) return;
    appendFileSync(this.#fileOf(part), pending.bytes.subarray(0, pending.used));
    pending.used = 0;
  }

  #fileOf(part: number): string {
    return join(this.#folder, String(part));
  }
}

function* groupsIn(file: string): Generator<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const entry of linesOfFile(file)) {
    const end = entry.indexOf(separator);
    const label = entry.slice(0, end);
    const line = entry.slice(end + 1);
    const group = groups.get(label);
    if (group) group.push(line);
    else groups.set(label, [line]);
  }
  yield* groups.values();
}
