import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const chunkBytes = 256 * 1024;

/** The lines of a file that we wrote ourselves; nothing is held but a piece of it. */
export function* linesOfFile(file: string): Generator<string> {
  const decoder = new StringDecoder("utf8");
  const chunk = Buffer.alloc(chunkBytes);
  const handle = openSync(file, "r");
  try {
    let rest = "";
    for (;;) {
      const read = readSync(handle, chunk);
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      if (read === 0) break;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(handle);
  }
}
