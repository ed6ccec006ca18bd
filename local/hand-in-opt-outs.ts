import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { messagesOf } from "./import-watch.ts";
import { LocalProblem } from "./problem.ts";
import { localFiles, type StackAddress } from "./stores.ts";

export interface OptOutsTakenIn {
  /** Rows that could be read. */
  readonly accepted: number;
  /** Of these, rows of which all stood before. */
  readonly alreadyStopped: number;
  /** Of these, rows whose patient has opted in again since. */
  readonly optedInSince: number;
  readonly quarantined: number;
  /** Patients who were opted out by it. */
  readonly ownersOptedOut: number;
  /** Why the list was not read at all, and what to do. */
  readonly refused?: { readonly reason: string; readonly advice: string };
  /** Where the rows that were set aside lie, each with its reason. */
  readonly quarantine: string;
}

const everyMs = 250;
/** The queue hears of a list a moment after it lies there, so it must be seen empty this often. */
const quietLooks = 20;

const Counts = z.object({
  accepted: z.number(),
  alreadyStopped: z.number(),
  optedInSince: z.number(),
  quarantined: z.number(),
  ownersOptedOut: z.number(),
});
const Report = z.union([
  z.object({ refused: z.object({ reason: z.string(), advice: z.string() }) }),
  Counts.extend({ next: z.object({ line: z.number(), byte: z.number() }).optional() }),
]);

const nothing: z.infer<typeof Counts> = {
  accepted: 0,
  alreadyStopped: 0,
  optedInSince: 0,
  quarantined: 0,
  ownersOptedOut: 0,
};

/** Hands a list in to a stack that runs, waits until it is read, and tells what came of it. */
export async function handInOptOuts(
  address: StackAddress,
  file: string,
  onProgress: (bytes: number, total: number) => void,
): Promise<OptOutsTakenIn> {
  const body = await readFile(file);
  const key = `opt-outs/list-${Date.now()}/${basename(file)}`;
  const quarantine = `s3://${address.bucket}/quarantine/${key}`;
  const client = localFiles(address);
  try {
    await client.send(new PutObjectCommand({ Bucket: address.bucket, Key: key, Body: body }));
    let sum = nothing;
    for (let line: number | undefined = 1; line !== undefined; ) {
      const report = await reportOf(client, address, `reports/${key}#${line}.json`);
      if ("refused" in report) return { ...sum, ...report, quarantine };
      sum = added(sum, report);
      line = report.next?.line;
      onProgress(Math.min(report.next?.byte ?? body.length, body.length), body.length);
    }
    return { ...sum, quarantine };
  } finally {
    client.destroy();
  }
}

function added(sum: typeof nothing, more: typeof nothing): typeof nothing {
  return {
    accepted: sum.accepted + more.accepted,
    alreadyStopped: sum.alreadyStopped + more.alreadyStopped,
    optedInSince: sum.optedInSince + more.optedInSince,
    quarantined: sum.quarantined + more.quarantined,
    ownersOptedOut: sum.ownersOptedOut + more.ownersOptedOut,
  };
}

/** Each stretch of a list writes one, and names the line at which the next begins. */
async function reportOf(
  client: S3Client,
  address: StackAddress,
  key: string,
): Promise<z.infer<typeof Report>> {
  for (let quiet = 0; quiet < quietLooks; await wait(everyMs)) {
    const text = await textOf(client, address.bucket, key);
    if (text !== undefined) return Report.parse(JSON.parse(text));
    quiet = (await messagesOf(address, address.optOutQueue)) === 0 ? quiet + 1 : 0;
  }
  throw new LocalProblem(
    "local/list-not-read",
    "The stack stopped before the end of the list. See .rounds/logs/import-opt-outs.log, then hand it in again.",
  );
}

async function textOf(client: S3Client, bucket: string, key: string): Promise<string | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
