import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { FileStore } from "../../ports.ts";
import { linesOf } from "../lines.ts";

export interface FileStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Files are keys of one bucket. A connection that breaks midway throws `TryAgain`. */
export function createFileStore({ client, bucket }: FileStoreOptions): FileStore {
  return {
    async *lines(file) {
      const bytes = await opened(client, bucket, file);
      try {
        yield* linesOf(bytes, file.endsWith(".gz"));
      } catch (cause) {
        throw cause instanceof Unrecoverable ? cause : new TryAgain("file/broke-off", { cause });
      }
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

async function opened(
  client: S3Client,
  bucket: string,
  file: string,
): Promise<AsyncIterable<Uint8Array>> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: file }));
    // On Node.js the body is a stream of bytes; the SDK's type also names the browser's.
    return Body as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (cause instanceof NoSuchKey) throw new Unrecoverable("file/missing", { cause });
    throw new TryAgain("file/not-opened", { cause });
  }
}
