import { Readable } from "node:stream";
import { Unrecoverable } from "../../errors.ts";
import type { FileStore } from "../../ports.ts";
import { linesOf } from "../lines.ts";

export interface MemoryFileStore extends FileStore {
  put(file: string, body: string | Uint8Array): void;
  read(file: string): string | undefined;
}

export function createMemoryFileStore(): MemoryFileStore {
  const files = new Map<string, Buffer>();
  return {
    async *lines(file) {
      const body = files.get(file);
      if (!body) throw new Unrecoverable("file/missing");
      yield* linesOf(Readable.from([body]), file.endsWith(".gz"));
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
