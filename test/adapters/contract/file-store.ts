import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { FileStore } from "#ports";
import { Unrecoverable } from "../../../shared/errors.ts";

export interface FilesUnderTest {
  readonly store: FileStore;
  put(file: string, body: Uint8Array): Promise<void>;
}

async function read(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

export function fileStoreContract(open: () => FilesUnderTest): void {
  describe("files", () => {
    const lines = ['{"resourceType":"Patient","id":"á"}', "", "{broken", "𝒜"];

    it("are read line by line, with either line end, packed or not", async () => {
      const { store, put } = open();
      await put("a.ndjson", Buffer.from(`${lines.join("\n")}\n`));
      await put("b.ndjson", Buffer.from(lines.join("\r\n")));
      await put("c.ndjson.gz", gzipSync(lines.join("\n")));
      for (const file of ["a.ndjson", "b.ndjson", "c.ndjson.gz"]) {
        expect(await read(store.lines(file)), file).toEqual(lines);
      }
    });

    it("may be large and need not be read to the end", async () => {
      const { store, put } = open();
      const line = "x".repeat(999);
      await put("large.ndjson.gz", gzipSync(`${line}\n`.repeat(5000)));
      expect(await read(store.lines("large.ndjson.gz"))).toHaveLength(5000);
      for await (const first of store.lines("large.ndjson.gz")) {
        expect(first).toBe(line);
        break;
      }
    });

    it("that are missing or broken are beyond repeating", async () => {
      const { store, put } = open();
      await expect(read(store.lines("missing"))).rejects.toBeInstanceOf(Unrecoverable);
      await put("broken.gz", gzipSync("x".repeat(10_000)).subarray(0, 20));
      await expect(read(store.lines("broken.gz"))).rejects.toBeInstanceOf(Unrecoverable);
    });

    it("are written beside the import", async () => {
      const { store } = open();
      await store.write("report.txt", "line 3: not-json\n");
      expect(await read(store.lines("report.txt"))).toEqual(["line 3: not-json"]);
    });
  });
}
