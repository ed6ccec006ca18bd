import type { LocalClock } from "../clock.ts";
import { localRegion } from "../engines/fauxqs.ts";
import type { LocalFunction } from "../runtime/local-function.ts";
import type { MappingPlan } from "../template/mappings.ts";
import { failedItems } from "./item-failures.ts";
import { matchesPattern } from "./pattern.ts";
import type { QueueMessage, QueueReader } from "./queue-reader.ts";
import type { EventSource } from "./source.ts";

/** Lambda's default for queues. */
const defaultBatchSize = 10;

/** Batches of one queue at once when the mapping names no maximum. */
const defaultConcurrency = 4;

/**
 * A queue read for a function (Lambda guide, "Using Lambda with Amazon SQS"): what succeeded is
 * deleted; what failed, timed out or crashed is seen again after the queue's visibility timeout,
 * and goes to the dead-letter queue once it was received too often. The batching window is not
 * waited for: a batch is what is visible now.
 */
export class QueueMapping implements EventSource {
  readonly id: string;
  readonly limit: number;
  readonly #plan: MappingPlan;
  readonly #reader: QueueReader;
  readonly #function: LocalFunction;
  readonly #clock: LocalClock;

  constructor(plan: MappingPlan, reader: QueueReader, handler: LocalFunction, clock: LocalClock) {
    this.id = plan.id;
    this.limit = plan.concurrencyMax ?? defaultConcurrency;
    this.#plan = plan;
    this.#reader = reader;
    this.#function = handler;
    this.#clock = clock;
  }

  onWork(wake: () => void): void {
    this.#reader.onWork(wake);
  }

  async step(): Promise<boolean> {
    const received = await this.#reader.receive(this.#plan.batchSize ?? defaultBatchSize);
    if (received.length === 0) return false;
    const receivedAt = this.#clock.now();
    const wanted = received.filter((message) => this.#isWanted(message));
    const unwanted = received.filter((message) => !wanted.includes(message));
    await this.#reader.delete(unwanted);
    if (wanted.length === 0) return true;
    const arn = this.#reader.queue.arn;
    const outcome = await this.#function.invoke({
      Records: wanted.map((message) => recordOf(message, arn)),
    });
    const ids = wanted.map(({ MessageId }) => MessageId);
    const failed = new Set(failedItems(outcome, ids, this.#plan.reportsItemFailures));
    await this.#reader.delete(wanted.filter(({ MessageId }) => !failed.has(MessageId)));
    this.#reader.giveBack(
      wanted.filter(({ MessageId }) => failed.has(MessageId)),
      receivedAt,
    );
    return true;
  }

  /** Filters look at the body as JSON; what no filter wants is deleted unseen. */
  #isWanted(message: QueueMessage): boolean {
    if (this.#plan.patterns.length === 0) return true;
    const seen = { body: parse(message.Body), messageAttributes: message.MessageAttributes ?? {} };
    return this.#plan.patterns.some((pattern) => matchesPattern(pattern, seen));
  }
}

function recordOf(message: QueueMessage, arn: string) {
  const attributes = Object.entries(message.MessageAttributes ?? {});
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      attributes.map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          ...(StringValue !== undefined && { stringValue: StringValue }),
          ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
          dataType: DataType,
        },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: arn,
    awsRegion: localRegion,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
