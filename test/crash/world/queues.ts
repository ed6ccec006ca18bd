import type { SQSEvent, SQSRecord } from "aws-lambda";
import type { Instant } from "#domain/time";
import { callAws } from "#local/engines/aws-json";
import { localRegion, type MessagingEngine } from "#local/engines/fauxqs";
import { clock } from "./clock.ts";

/** Which function works off which queue, in the order in which the harness looks at them. */
export const queueOf = {
  urgent: "raise-task",
  sms: "send-sms",
  email: "send-email",
  voice: "place-call",
  decide: "advance",
  task: "raise-task",
  enroll: "enroll-patient",
  mirror: "mirror-opt-outs",
  receipts: "receive-receipt",
  "sms-inbound": "receive-sms",
  "email-inbound": "receive-email",
  page: "receive-email",
  import: "import-patients",
  "opt-outs": "import-opt-outs",
} as const;

export type QueueName = keyof typeof queueOf;
export const queueNames = Object.keys(queueOf) as readonly QueueName[];

const everyQueue = [...queueNames, ...new Set(Object.values(queueOf).map(deadQueueOf))];

/** Six times as long as a sender may run, as in the template; the carrier's list is as patient. */
const hiddenSeconds = 360;

/** A message as it was received, with the handle that deletes it. */
export interface Received {
  readonly queue: QueueName;
  readonly event: SQSEvent;
  readonly handle: string;
}

interface RawMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
}

/** The queues of the region, on an engine that counts and hides messages by the harness's time. */
export class Queues {
  readonly #messaging: MessagingEngine;

  constructor(messaging: MessagingEngine) {
    this.#messaging = messaging;
    for (const name of everyQueue) messaging.server.createQueue(name);
  }

  async send(queue: QueueName, body: unknown): Promise<void> {
    await this.#call("SendMessage", queue, { MessageBody: JSON.stringify(body) });
  }

  /** One visible message, hidden from others from now on. */
  async receive(queue: QueueName): Promise<Received | undefined> {
    if (!this.#hasVisible(queue)) return undefined;
    const answer = await this.#call<{ readonly Messages?: readonly RawMessage[] }>(
      "ReceiveMessage",
      queue,
      {
        MaxNumberOfMessages: 1,
        VisibilityTimeout: hiddenSeconds,
        MessageSystemAttributeNames: ["All"],
      },
    );
    const message = answer.Messages?.[0];
    return message && { queue, handle: message.ReceiptHandle, event: eventOf(queue, message) };
  }

  async delete({ queue, handle }: Received): Promise<void> {
    await this.#call("DeleteMessage", queue, { ReceiptHandle: handle });
  }

  /** Shows it again now: a queue may deliver a message twice whenever it likes. */
  async showAgain({ queue, handle }: Received): Promise<void> {
    await this.#call("ChangeMessageVisibility", queue, {
      ReceiptHandle: handle,
      VisibilityTimeout: 0,
    });
  }

  /** When the next message becomes visible, of those that wait. */
  nextMoment(): Instant | undefined {
    const moments = queueNames.flatMap((name) => {
      const messages = this.#messaging.server.inspectQueue(name)?.messages;
      const hidden = messages?.inflight.map(({ visibilityDeadline }) => visibilityDeadline) ?? [];
      return [...hidden, ...(messages?.delayed ?? []).map(({ delayUntil = 0 }) => delayUntil)];
    });
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  /** Gives what was put aside back to the queue of its function, as a person would. */
  async redrive(): Promise<number> {
    let given = 0;
    for (const [queue, name] of Object.entries(queueOf)) {
      const dead = this.#messaging.server.inspectQueue(deadQueueOf(name));
      for (const { body } of dead?.messages.ready ?? []) {
        await this.#call("SendMessage", queue, { MessageBody: body });
        given += 1;
      }
      await this.#purge(deadQueueOf(name));
    }
    return given;
  }

  /** Bodies that still lie somewhere, by queue. */
  left(): readonly string[] {
    return this.#all().map(({ name, message }) => `${name} ${message.body}`);
  }

  /** What lies where, how often it came, and when it can be seen again. */
  waiting(): readonly string[] {
    return this.#all()
      .map(({ name, message, until }) =>
        [name, message.body, message.approximateReceiveCount, until].join(" "),
      )
      .toSorted();
  }

  /** Nothing of a case that failed is left for the next. */
  async empty(): Promise<void> {
    for (const name of everyQueue) await this.#purge(name);
  }

  #all() {
    return everyQueue.flatMap((name) => {
      const messages = this.#messaging.server.inspectQueue(name)?.messages;
      const hidden = messages?.inflight ?? [];
      return [
        ...(messages?.ready ?? []).map((message) => ({ name, message, until: 0 })),
        ...(messages?.delayed ?? []).map((message) => ({
          ...{ name, message, until: message.delayUntil ?? 0 },
        })),
        ...hidden.map(({ message, visibilityDeadline: until }) => ({ name, message, until })),
      ];
    });
  }

  async #purge(queue: string): Promise<void> {
    const messages = this.#messaging.server.inspectQueue(queue)?.messages;
    if (!messages) return;
    const { ready, delayed, inflight } = messages;
    if (ready.length + delayed.length + inflight.length > 0) {
      await this.#call("PurgeQueue", queue, {});
    }
  }

  #hasVisible(queue: QueueName): boolean {
    const messages = this.#messaging.server.inspectQueue(queue)?.messages;
    if (!messages) return false;
    const now = clock.now();
    return (
      messages.ready.length > 0 ||
      messages.delayed.some(({ delayUntil = 0 }) => delayUntil <= now) ||
      messages.inflight.some(({ visibilityDeadline }) => visibilityDeadline <= now)
    );
  }

  #call<Answer>(operation: string, queue: string, input: object): Promise<Answer> {
    const QueueUrl = this.#messaging.queueUrl(queue);
    return callAws(this.#messaging.endpoint, `AmazonSQS.${operation}`, { QueueUrl, ...input });
  }
}

export function deadQueueOf(name: string): string {
  return `dead-${name}`;
}

function eventOf(queue: string, message: RawMessage): SQSEvent {
  const record: SQSRecord = {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: (message.Attributes ?? {}) as unknown as SQSRecord["attributes"],
    messageAttributes: {},
    md5OfBody: message.MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:${localRegion}:000000000000:${queue}`,
    awsRegion: localRegion,
  };
  return { Records: [record] };
}
