import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { FilePlace, FileRecord, FileStore } from "#ports";
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

const start: FilePlace = { line: 1, byte: 0 };

async function records(
  store: FileStore,
  file: string,
  from = start,
  delimiter: "," | ";" | "\t" = ",",
): Promise<FileRecord[]> {
  const all: FileRecord[] = [];
  for await (const record of store.records(file, from, { delimiter, oneLine: [0] })) {
    all.push(record);
  }
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

    it("are read by records, each with its line and the place where the next begins", async () => {
      const { store, put } = open();
      const text =
        '\uFEFFaddress,note\r\n"a@x.org","said\r\n""stop"" twice"\r\n\r\n b@ñ.org ,\nlast';
      await put("old.csv", Buffer.from(text));
      await put("old.csv.gz", gzipSync(text));
      for (const file of ["old.csv", "old.csv.gz"]) {
        const all = await records(store, file);
        expect(all.map(({ line, fields }) => [line, fields])).toEqual([
          [1, ["address", "note"]],
          [2, ["a@x.org", 'said\r\n"stop" twice']],
          [5, ["b@ñ.org", ""]],
          [6, ["last"]],
        ]);
        for (const [index, { next }] of all.slice(0, -1).entries()) {
          expect(await records(store, file, next), file).toEqual(all.slice(index + 1));
        }
      }
    });

    it("are read by records with semicolons, tabs and the line ends of old programs", async () => {
      const { store, put } = open();
      await put("a.csv", Buffer.from("x;y\r1;2,3\r\r\t;4"));
      await put("b.csv", Buffer.from("x\ty\n\t2\n1\t\n"));
      const fieldsOf = async (file: string, delimiter: ";" | "\t") =>
        (await records(store, file, undefined, delimiter)).map(({ fields }) => fields);
      expect(await fieldsOf("a.csv", ";")).toEqual([
        ["x", "y"],
        ["1", "2,3"],
        ["", "4"],
      ]);
      expect(await fieldsOf("b.csv", "\t")).toEqual([
        ["x", "y"],
        ["", "2"],
        ["1", ""],
      ]);
    });

    it.each([
      ["is never closed", 'x,y\n1,2\n"3,4\n5,6\n7,8\n'],
      ["is never closed, in a long file", `x,y\n1,2\n"3,4\n5,6\n7,8\n${"9,9\n".repeat(50_000)}`],
      ["is closed on the next line", 'x,y\n1,2\n"3,4\n5",6\n7,8\n'],
      ["is closed within the field", 'x,y\n1,2\n"3"3,4\n5,6\n7,8\n'],
    ])("a quote that %s costs one line", async (_, text) => {
      const { store, put } = open();
      await put("bad.csv", Buffer.from(text));
      const all = await records(store, "bad.csv");
      expect(all.slice(0, 3).map(({ line, fields }) => [line, fields])).toEqual([
        [1, ["x", "y"]],
        [2, ["1", "2"]],
        [3, undefined],
      ]);
      expect(all.at(4)).toMatchObject({ line: 5, fields: ["7", "8"] });
      expect(all).toHaveLength(text.trimEnd().split("\n").length);
    });

    it("are not read from a place where no line begins: another file lies there now", async () => {
      const { store, put } = open();
      await put("a.csv", Buffer.from("x,y\n12,2\n"));
      for (const byte of [5, 99]) {
        await expect(records(store, "a.csv", { line: 2, byte })).rejects.toBeInstanceOf(
          Unrecoverable,
        );
      }
      expect(await records(store, "a.csv", { line: 2, byte: 4 })).toHaveLength(1);
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
