import { setTimeout as wait } from "node:timers/promises";
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { feed } from "./feed.ts";
import { filesWaiting } from "./import-watch.ts";
import { localFiles, type StackAddress } from "./stores.ts";

export interface ImportCount {
  readonly resourceType: string;
  readonly accepted: number;
  readonly quarantined: number;
}

const everyMs = 250;
/** The queue hears of a file a moment after it lies there, so it must be seen empty this often. */
const quietLooks = 4;

/** Hands the files in to a stack that runs, waits until they are read, and tells what came in. */
export async function importInto(
  address: StackAddress,
  directory: string,
  onProgress: (done: number, total: number) => void,
): Promise<readonly ImportCount[]> {
  const batch = `import-${Date.now()}`;
  const files = await feed(address, { directory, batch });
  if (files === 0) return [];
  for (let quiet = 0; quiet < quietLooks; ) {
    await wait(everyMs);
    const waiting = await filesWaiting(address);
    quiet = waiting === 0 ? quiet + 1 : 0;
    onProgress(Math.max(0, files - waiting), files);
  }
  return countsOf(address, batch);
}

const Report = z.object({
  counts: z.array(
    z.object({ resourceType: z.string(), accepted: z.number(), quarantined: z.number() }),
  ),
});

/** What the import wrote of each file of this batch, added up by resource type. */
async function countsOf(address: StackAddress, batch: string): Promise<readonly ImportCount[]> {
  const client = localFiles(address);
  const sums = new Map<string, ImportCount>();
  try {
    for await (const key of keysBelow(client, address.bucket, `reports/incoming/${batch}/`)) {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: address.bucket, Key: key }),
      );
      const { counts } = Report.parse(JSON.parse((await Body?.transformToString()) ?? "null"));
      for (const { resourceType, accepted, quarantined } of counts) {
        const known = sums.get(resourceType);
        sums.set(resourceType, {
          resourceType,
          accepted: accepted + (known?.accepted ?? 0),
          quarantined: quarantined + (known?.quarantined ?? 0),
        });
      }
    }
  } finally {
    client.destroy();
  }
  return [...sums.values()].toSorted((a, b) => (a.resourceType < b.resourceType ? -1 : 1));
}

/** Keys of the bucket that begin so, page after page. */
export async function* keysBelow(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncGenerator<string> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      }),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}
