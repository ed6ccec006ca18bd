import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { localQueues, type StackAddress } from "./stores.ts";

export interface ImportWatch {
  stop(): void;
}

const everyMs = 250;

/** Tells, while files are imported, what share of them is done: those no longer in the queue. */
export function watchImport(
  address: StackAddress,
  files: number,
  onProgress: (share: number) => void,
): ImportWatch {
  const timer = setInterval(async () => {
    const waiting = await filesWaiting(address).catch(() => undefined);
    if (waiting !== undefined) onProgress(Math.max(0, files - waiting) / Math.max(1, files));
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}

/** Files that are not imported yet: their messages wait or are being worked on. */
export function filesWaiting(address: StackAddress): Promise<number> {
  return messagesOf(address, address.importQueue);
}

/** Messages of a queue that are not done: waiting or being worked on. */
export async function messagesOf(address: StackAddress, queue: string): Promise<number> {
  const client = localQueues(address);
  try {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: queue,
        AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
      }),
    );
    return Object.values(Attributes ?? {}).reduce((sum, count) => sum + Number(count), 0);
  } finally {
    client.destroy();
  }
}
