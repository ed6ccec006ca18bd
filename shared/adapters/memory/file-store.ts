import { Unrecoverable } from "../../errors.ts";
import type { FileStore } from "../../ports.ts";
import { linesOf, skipped, unpacked } from "../lines.ts";
import { recordsOf } from "../records.ts";

const pieceBytes = 65_521;

export interface MemoryFileStore extends FileStore {
  put(file: string, body: string | Uint8Array): void;
  read(file: string): string | undefined;
}

export function createMemoryFileStore(): MemoryFileStore {
  const files = new Map<string, Buffer>();
  async function* bytesOf(file: string, from = 0): AsyncIterable<Uint8Array> {
    const body = files.get(file);
    if (!body) throw new Unrecoverable("file/missing");
    // In pieces, as they come from a network: a character or a line end may be cut in two.
    for (let at = from; at < body.length; at += pieceBytes)
      yield body.subarray(at, at + pieceBytes);
  }
  return {
    async *lines(file) {
      yield* linesOf(bytesOf(file), file.endsWith(".gz"));
    },
    records(file, from, format) {
      const open = file.endsWith(".gz")
        ? (byte: number) => skipped(unpacked(bytesOf(file)), byte)
        : (byte: number) => bytesOf(file, byte);
      return recordsOf(open, from, format);
    },
    async write(file, body) {
      files.set(file, Buffer.from(body));
    },
    put(file, body) {
      files.set(file, Buffer.from(body));
    },
    read: (file) => files.get(file)?.toString("utf8"),
  };
}
