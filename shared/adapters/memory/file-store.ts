import { gunzipSync } from "node:zlib";
import { Unrecoverable } from "../../errors.ts";
import type { FileStore } from "../../ports.ts";

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
      const text = (file.endsWith(".gz") ? gunzipSync(body) : body).toString("utf8");
      const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
      yield* lines.at(-1) === "" ? lines.slice(0, -1) : lines;
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
