import type { SpyMessage } from "fauxqs";
import type { Instant } from "#domain/time";
import type { LocalClock } from "../clock.ts";
import { callAws } from "../engines/aws-json.ts";
import type { MessagingEngine } from "../engines/fauxqs.ts";
import type { LocalQueue } from "../template/queues.ts";

/** The longest SQS hides a message. The stack's clock decides when one is seen again. */
const hiddenSeconds = 43_200;

/** Taken, deleted or given back in one call of SQS. */
const perCall = 10;

interface AttributeValue {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

export interface QueueMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly MD5OfBody: string;
  readonly Body: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, AttributeValue>>;
}

/**
 * One queue, read by the stack's clock: how long a message is hidden or delayed is counted in the
 * stack's time, though the engine itself knows only the wall's.
 */
export class QueueReader {
  readonly queue: LocalQueue;
  readonly #messaging: MessagingEngine;
  readonly #clock: LocalClock;
  readonly #sentAt = new Map<string, Instant>();
  readonly #firstReceivedAt = new Map<string, Instant>();
  readonly #parked = new Set<string>();
  #wake: () => void = () => undefined;
  #mayHaveWork = false;

  constructor(queue: LocalQueue, messaging: MessagingEngine, clock: LocalClock) {
    this.queue = queue;
    this.#messaging = messaging;
    this.#clock = clock;
  }

  onWork(wake: () => void): void {
    this.#wake = wake;
  }

  /** Told of everything that the engine does with this queue. */
  heard(event: SpyMessage): void {
    if (event.service !== "sqs") return;
    const { messageId, status } = event;
    if (status === "published") {
      if (!this.#sentAt.has(messageId)) this.#sentAt.set(messageId, this.#clock.now());
      this.#stir();
    } else {
      this.#sentAt.delete(messageId);
      this.#firstReceivedAt.delete(messageId);
    }
  }

  /** Up to `most` visible messages, which stay hidden until they are deleted or given back. */
  async receive(most: number): Promise<readonly QueueMessage[]> {
    const received: QueueMessage[] = [];
    while (received.length < most && this.#hasVisible()) {
      const { Messages = [] } = await callAws<{ Messages?: readonly QueueMessage[] }>(
        this.#messaging.endpoint,
        "AmazonSQS.ReceiveMessage",
        {
          QueueUrl: this.#messaging.queueUrl(this.queue.name),
          MaxNumberOfMessages: Math.min(perCall, most - received.length),
          VisibilityTimeout: hiddenSeconds,
          MessageSystemAttributeNames: ["All"],
        },
      );
      received.push(...Messages);
    }
    return received.map((message) => this.#inStackTime(message));
  }

  async delete(messages: readonly QueueMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += perCall) {
      await callAws(this.#messaging.endpoint, "AmazonSQS.DeleteMessageBatch", {
        QueueUrl: this.#messaging.queueUrl(this.queue.name),
        Entries: messages
          .slice(from, from + perCall)
          .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      });
    }
  }

  /** Leaves messages hidden until the queue's visibility timeout has passed since `receivedAt`. */
  giveBack(messages: readonly QueueMessage[], receivedAt: Instant): void {
    if (messages.length === 0) return;
    const at = receivedAt + this.queue.visibilityTimeoutMs;
    this.#clock.schedule(at, `visible:${this.queue.name}`, async () => {
      for (const { ReceiptHandle } of messages) {
        await callAws(this.#messaging.endpoint, "AmazonSQS.ChangeMessageVisibility", {
          QueueUrl: this.#messaging.queueUrl(this.queue.name),
          ReceiptHandle,
          VisibilityTimeout: 0,
        });
      }
      this.#stir();
    });
  }

  #stir(): void {
    this.#mayHaveWork = true;
    this.#wake();
  }

  #hasVisible(): boolean {
    if (!this.#mayHaveWork) return false;
    const messages = this.#messaging.server.inspectQueue(this.queue.name)?.messages;
    if (messages === undefined) return false;
    for (const message of messages.delayed) this.#park(message);
    const wall = Date.now();
    const isDue = messages.delayed.some(({ delayUntil = 0 }) => delayUntil <= wall);
    this.#mayHaveWork = messages.ready.length > 0 || isDue;
    return this.#mayHaveWork;
  }

  /** Takes a delay out of the engine's hands and counts it in the stack's time. */
  #park(message: { readonly messageId: string; sentTimestamp: number; delayUntil?: number }): void {
    const { messageId, sentTimestamp, delayUntil = sentTimestamp } = message;
    if (this.#parked.has(messageId)) return;
    this.#parked.add(messageId);
    message.delayUntil = Number.POSITIVE_INFINITY;
    const sentAt = this.#sentAt.get(messageId) ?? this.#clock.now();
    const at = sentAt + (delayUntil - sentTimestamp);
    this.#clock.schedule(at, `delayed:${this.queue.name}`, () => {
      message.delayUntil = 0;
      this.#stir();
    });
  }

  #inStackTime(message: QueueMessage): QueueMessage {
    const { MessageId } = message;
    this.#parked.delete(MessageId);
    const now = this.#clock.now();
    const sentAt = this.#sentAt.get(MessageId) ?? now;
    const firstReceivedAt = this.#firstReceivedAt.get(MessageId) ?? now;
    this.#firstReceivedAt.set(MessageId, firstReceivedAt);
    return {
      ...message,
      Body: withTimestamp(message.Body, sentAt),
      Attributes: {
        ...message.Attributes,
        SentTimestamp: String(sentAt),
        ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
      },
    };
  }
}

/** The engine writes the wall's time into the envelope that SNS puts around a message. */
function withTimestamp(body: string, sentAt: Instant): string {
  if (!body.startsWith('{"Type":"Notification"')) return body;
  return body.replace(
    /"Timestamp":"[^"]*","SignatureVersion"/,
    `"Timestamp":"${new Date(sentAt).toISOString()}","SignatureVersion"`,
  );
}
