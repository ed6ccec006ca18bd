import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  type SendMessageBatchCommandInput,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type * as z from "zod/mini";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { WorkQueue } from "../../ports.ts";

export interface WorkQueueOptions<Work> {
  readonly client: SQSClient;
  readonly url: string;
  /** Checked before sending: a consumer could only put a bad body aside. */
  readonly contract: z.ZodMiniType<Work>;
  /**
   * Whose work it is, for SQS fair queues: a noisy one does not delay the others. An id, at most
   * 128 characters. Source: Amazon SQS Developer Guide, "Fair queues".
   */
  readonly groupOf?: (work: Work) => string;
  /** How long it stays hidden from the consumers, in whole seconds. */
  readonly delaySecondsOf?: (work: Work) => number;
}

/** Amazon SQS API Reference, `DelaySeconds` of `SendMessageBatch`. */
const delaySecondsMax = 900;

/** Messages to come, hidden for a while, and with a worker. */
const waiting = [
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesDelayed",
  "ApproximateNumberOfMessagesNotVisible",
] as const;

/** Messages of one batch (Amazon SQS API Reference, `SendMessageBatch`). */
const batchMax = 10;

/** Batches under way at a time; a release hands over up to a thousand messages. */
const batchesAtOnce = 8;

export function createWorkQueue<Work>(options: WorkQueueOptions<Work>): WorkQueue<Work> {
  const { client, url } = options;
  const sendBatch = async (work: readonly Work[]): Promise<void> => {
    const command = new SendMessageBatchCommand(buildBatch(options, work));
    const answer = await asked(() => client.send(command));
    // Repeats are harmless to every consumer, so the whole is given again when a part failed.
    if (answer.Failed?.length) {
      throw new TryAgain("queue/part-not-taken", { details: { count: answer.Failed.length } });
    }
  };
  return {
    async send(work) {
      const batches = Array.from({ length: Math.ceil(work.length / batchMax) }, (_, index) =>
        work.slice(index * batchMax, (index + 1) * batchMax),
      );
      for (let start = 0; start < batches.length; start += batchesAtOnce) {
        await Promise.all(batches.slice(start, start + batchesAtOnce).map(sendBatch));
      }
    },
    async backlog() {
      const command = new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: [...waiting],
      });
      const { Attributes } = await asked(() => client.send(command));
      return waiting.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
    },
  };
}

export function buildBatch<Work>(
  { url, contract, groupOf, delaySecondsOf }: Omit<WorkQueueOptions<Work>, "client">,
  work: readonly Work[],
): SendMessageBatchCommandInput {
  return {
    QueueUrl: url,
    Entries: work.map((body, index) => {
      const checked = contract.safeParse(body);
      if (!checked.success) throw new Unrecoverable("queue/bad-work");
      return {
        Id: String(index),
        MessageBody: JSON.stringify(checked.data),
        ...(groupOf ? { MessageGroupId: groupOf(checked.data) } : {}),
        ...(delaySecondsOf ? { DelaySeconds: secondsWithin(delaySecondsOf(checked.data)) } : {}),
      };
    }),
  };
}

function secondsWithin(delay: number): number {
  return Math.min(delaySecondsMax, Math.max(0, Math.floor(delay)));
}

/** A queue that is missing or forbidden stays so; all else may pass. */
const hopeless: ReadonlySet<string> = new Set([
  "QueueDoesNotExist",
  "AccessDenied",
  "AccessDeniedException",
  "InvalidAddress",
]);

async function asked<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : "unknown";
    if (hopeless.has(name)) throw new Unrecoverable(`sqs/${name}`, { cause });
    throw new TryAgain(`sqs/${name}`, { cause });
  }
}
