import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Parsed } from "#contracts/parsed";
import type { Logger } from "#observability/logger";
import type { Meter } from "#observability/meter";
import type { PutAsideReason } from "#observability/metric-list";
import { TryAgain, Unrecoverable } from "../../errors.ts";

/** Where a message goes that nobody can handle, with the reason on it. */
export interface DeadLetters {
  bury(letter: { readonly body: string; readonly reason: string }): Promise<void>;
}

/** What every queue function has around its one sentence. */
export interface QueueRim {
  readonly dead: DeadLetters;
  readonly log: Logger;
  readonly meter: Meter;
}

export interface QueueHandlerOptions<Work> extends QueueRim {
  readonly parse: (body: string) => Parsed<Work>;
  readonly work: (work: Work, messageId: string) => Promise<unknown>;
  /** Side by side, where each message has a moment of its own to wait for. */
  readonly atOnce?: boolean;
}

/** The last delivery before the queue's own redrive would bury it without a reason. */
const deliveriesMax = 5;

/**
 * Works off a batch, one message after the other unless told otherwise, and answers which failed,
 * so that one poison message costs nobody else anything. What can never succeed is buried at once with its reason;
 * what failed is delivered again by the queue, and buried with the last error's code at the end.
 */
export function queueHandler<Work>(options: QueueHandlerOptions<Work>) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = options.atOnce
      ? await Promise.all(event.Records.map((record) => failureOf(options, record)))
      : await oneByOne(options, event.Records);
    return { batchItemFailures: failed.flat() };
  };
}

async function oneByOne<Work>(
  options: QueueHandlerOptions<Work>,
  records: readonly SQSRecord[],
): Promise<readonly SQSBatchItemFailure[][]> {
  const failed: SQSBatchItemFailure[][] = [];
  for (const record of records) failed.push(await failureOf(options, record));
  return failed;
}

async function failureOf<Work>(
  options: QueueHandlerOptions<Work>,
  record: SQSRecord,
): Promise<SQSBatchItemFailure[]> {
  const isDone = await handle(options, record);
  return isDone ? [] : [{ itemIdentifier: record.messageId }];
}

async function handle<Work>(
  options: QueueHandlerOptions<Work>,
  record: SQSRecord,
): Promise<boolean> {
  const { parse, work, log } = options;
  const { messageId } = record;
  const parsed = parse(record.body);
  if (!parsed.ok) return bury(options, record, parsed.reason, "unreadable");
  try {
    await work(parsed.value, messageId);
    return true;
  } catch (error) {
    const reason = reasonOf(error);
    const attempt = Number(record.attributes.ApproximateReceiveCount) || 1;
    log.warn("A message failed", { messageId, error: reason, attempt });
    if (error instanceof Unrecoverable) return bury(options, record, reason, "hopeless");
    return attempt >= deliveriesMax ? bury(options, record, reason, "gave-up") : false;
  }
}

/** True when the letter is safe in the dead-letter queue; else the queue delivers it again. */
async function bury<Work>(
  { dead, log, meter }: QueueHandlerOptions<Work>,
  record: SQSRecord,
  reason: string,
  kind: PutAsideReason,
): Promise<boolean> {
  const { messageId } = record;
  try {
    await dead.bury({ body: record.body, reason });
    log.error("A message was put aside", { messageId, reason });
    meter.add("PutAside", { reason: kind });
    return true;
  } catch (error) {
    log.error("A message could not be put aside", { messageId, error: reasonOf(error) });
    return false;
  }
}

/** The code of our own errors, the bare name of others: an unknown message may hold PHI. */
export function reasonOf(error: unknown): string {
  if (error instanceof TryAgain || error instanceof Unrecoverable) return error.code;
  return error instanceof Error ? `unexpected/${error.name}` : "unexpected/error";
}
