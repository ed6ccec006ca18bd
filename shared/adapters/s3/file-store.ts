import { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { FileStore } from "../../ports.ts";
import { linesOf, skipped, unpacked } from "../lines.ts";
import { recordsOf } from "../records.ts";

export interface FileStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Files are keys of one bucket. A connection that breaks midway throws `TryAgain`. */
export function createFileStore({ client, bucket }: FileStoreOptions): FileStore {
  return {
    async *lines(file) {
      yield* linesOf(bytesOf(client, bucket, file), file.endsWith(".gz"));
    },
    records(file, from, format) {
      const open = file.endsWith(".gz")
        ? (byte: number) => skipped(unpacked(bytesOf(client, bucket, file)), byte)
        : (byte: number) => bytesOf(client, bucket, file, byte);
      return recordsOf(open, from, format);
    },
    async write(file, body) {
      const input = {
        Bucket: bucket,
        Key: file,
        Body: body,
        ContentType: "text/plain; charset=utf-8",
      };
      await client.send(new PutObjectCommand(input)).catch((cause: unknown) => {
        throw new TryAgain("file/not-written", { cause });
      });
    },
  };
}

async function* bytesOf(
  client: S3Client,
  bucket: string,
  file: string,
  from = 0,
): AsyncIterable<Uint8Array> {
  const bytes = await opened(client, bucket, file, from);
  try {
    yield* bytes;
  } catch (cause) {
    throw new TryAgain("file/broke-off", { cause });
  }
}

async function opened(
  client: S3Client,
  bucket: string,
  file: string,
  from: number,
): Promise<AsyncIterable<Uint8Array>> {
  const input = { Bucket: bucket, Key: file, ...(from > 0 ? { Range: `bytes=${from}-` } : {}) };
  try {
    const { Body } = await client.send(new GetObjectCommand(input));
    // On Node.js the body is a stream of bytes; the SDK's type also names the browser's.
    return Body as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (cause instanceof NoSuchKey) throw new Unrecoverable("file/missing", { cause });
    if (cause instanceof Error && cause.name === "InvalidRange") return Readable.from([]);
    throw new TryAgain("file/not-opened", { cause });
  }
}
