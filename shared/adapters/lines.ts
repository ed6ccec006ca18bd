import { pipeline, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { Unrecoverable } from "../errors.ts";

/** A line longer than this is no FHIR resource: it would only fill the memory. Characters. */
const lineLengthMax = 32 * 1024 * 1024;

/** The lines of a stream of bytes, unpacked first when told so. Nothing is held but one line. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  isPacked: boolean,
): AsyncIterable<string> {
  yield* split(isPacked ? unpacked(bytes) : bytes);
}

/** What was packed by gzip. */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    // A break of the source, or of the packing, ends the reading of what comes out of it.
    yield* pipeline(Readable.from(bytes), createGunzip(), () => undefined);
  } catch (error) {
    if (isBrokenPacking(error)) throw new Unrecoverable("file/broken-gzip", { cause: error });
    throw error;
  }
}

/** What comes after so many bytes: a packed file has no other way to begin in the middle. */
export async function* skipped(
  bytes: AsyncIterable<Uint8Array>,
  count: number,
): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const chunk of bytes) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* split(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > lineLengthMax) throw new Unrecoverable("file/line-too-long");
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
}

/** The errors of `node:zlib` are coded `Z_…`. */
function isBrokenPacking(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
