import { setTimeout as sleep } from "node:timers/promises";
import { PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { text } from "#adapters/dynamodb/item";
import { type Instant, parseInstant } from "#domain/time";
import { batchOf } from "#infra/environments";
import { batch as eventOf } from "#support/lambda";
import { composeFunctions } from "./campaign/functions.ts";
import { admitPatients, enrollPatients, phoneOf } from "./campaign/population.ts";
import { type BenchRegion, startRegion } from "./campaign/region.ts";
import { figuresOf, type Result } from "./figures.ts";

/** Of each kind: in a quiet region, and in a busy one. */
const replies = 200;
/** Before the clock counts. */
const warmUps = 20;
/** Bulk patients with a text that is due; and messages on the lane's queue, which name them again and again. */
const bulkPatients = 400;
const bulkMessages = 100_000;
/** What a toll-free number takes: the lane's workers go at it. */
const perSecond = 3;

const campaign = "screening/mammogram";
const noon = parseInstant("2026-11-30T12:00:00-05:00") as Instant;
const words = "my chest hurts and I can't breathe";

type Functions = Awaited<ReturnType<typeof composeFunctions>>;

/** Milliseconds from a text on the inbound queue. */
interface Heard {
  /** Until the record that holds its task is written. */
  readonly durable: number;
  /** Until an agent's desk has it. */
  readonly raised: number;
  /** Of two conditional writes, one after the other, right before. */
  readonly floor: number;
}

/**
 * How soon a red flag is a task: by the handlers of `receive-sms` and `raise-task` over their queues, one reply
 * after the other, first alone and then with a hundred thousand texts on the lane's queue while its
 * worker sends at the pace of a toll-free number. Beside it two bare writes on the same engine.
 */
export async function redFlagLatency(): Promise<readonly Result[]> {
  const region = await startRegion(campaign, noon);
  try {
    const functions = await composeFunctions(region);
    await admitPatients(region, bulkPatients + warmUps + 2 * replies);
    await enrollPatients(region, campaign, bulkPatients);
    const hear = hearing(region, functions);
    let next = bulkPatients;
    const many = async (count: number) => {
      const all: Heard[] = [];
      for (const end = next + count; next < end; next += 1) all.push(await hear(next));
      return all;
    };
    await many(warmUps);
    const idle = await many(replies);
    await queueBulk(region);
    const bulk = sendBulk(region, functions);
    const loaded = await many(replies);
    const sent = await bulk.stop();
    return lines(idle, loaded, sent);
  } finally {
    await region.stop();
  }
}

function lines(idle: readonly Heard[], loaded: readonly Heard[], sent: number): readonly Result[] {
  const at = (share: number, all: readonly Heard[], of: keyof Heard) =>
    all.map((heard) => heard[of]).toSorted((a, b) => a - b)[Math.floor(share * all.length)] ??
    Number.NaN;
  const line = (name: string, unit: string, value: number): Result => ({
    name,
    unit,
    figures: figuresOf([value]),
  });
  const times = (name: string, all: readonly Heard[], of: keyof Heard) => [
    line(`  ${name}, median`, "ms", at(0.5, all, of)),
    line(`  ${name}, 99th of 100`, "ms", at(0.99, all, of)),
  ];
  return [
    {
      ...line(
        "Red flag to durable task, p99 of two writes'",
        "×",
        at(0.99, idle, "durable") / at(0.99, idle, "floor"),
      ),
      bar: { is: "at-most", value: 5 },
    },
    line("  median of two writes'", "×", at(0.5, idle, "durable") / at(0.5, idle, "floor")),
    ...times("two writes", idle, "floor"),
    ...times("durable", idle, "durable"),
    ...times("before an agent", idle, "raised"),
    {
      ...line(
        `Under ${bulkMessages} bulk texts, p99 of its idle value`,
        "×",
        at(0.99, loaded, "durable") / at(0.99, idle, "durable"),
      ),
      bar: { is: "at-most", value: 1.2 },
    },
    line(
      "  p99 of its idle value, each in that of its two writes",
      "×",
      at(0.99, loaded, "durable") /
        at(0.99, loaded, "floor") /
        (at(0.99, idle, "durable") / at(0.99, idle, "floor")),
    ),
    line("  median of its idle value", "×", at(0.5, loaded, "durable") / at(0.5, idle, "durable")),
    ...times("two writes then", loaded, "floor"),
    ...times("durable then", loaded, "durable"),
    ...times("before an agent then", loaded, "raised"),
    line("  texts that went meanwhile", "", sent),
  ];
}

/** Says the words from the phone of that patient, and waits until somebody knows. */
function hearing(region: BenchRegion, { hear, queue }: Functions) {
  const { messaging, organization, providers, sqs, stores } = region;
  let wroteAt = 0;
  stores.table.client.middlewareStack.add(
    (wrote) => async (args) => {
      const answer = await wrote(args);
      const { Item } = args.input as Partial<PutItemCommandInput>;
      if (Item?.["sk"]?.S === "record" && Item["pk"]?.S === waitingFor) {
        wroteAt = performance.now();
      }
      return answer;
    },
    { step: "initialize" },
  );
  let waitingFor = "";
  return async (number: number): Promise<Heard> => {
    const floor = await twoWrites(region, number);
    const QueueUrl = messaging.queueUrl("inbound-sms");
    const before = providers.desk.raised.size;
    waitingFor = `${organization}#patient-${number}`;
    wroteAt = 0;
    const from = performance.now();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: inbound(number) }));
    await workOff(region, "inbound-sms", hear);
    const durable = wroteAt - from;
    await workOff(region, "urgent", queue.task);
    const raised = performance.now() - from;
    if (durable < 0 || providers.desk.raised.size !== before + 1)
      throw new Error("nobody was told");
    return { durable, raised, floor };
  };
}

function inbound(number: number): string {
  return JSON.stringify({
    originationNumber: phoneOf(number),
    destinationNumber: "+12025550100",
    messageKeyword: "KEYWORD",
    messageBody: words,
    inboundMessageId: `reply-${number}`,
  });
}

async function workOff(
  { messaging, sqs }: BenchRegion,
  name: string,
  handler: (event: SQSEvent, context: never) => Promise<{ batchItemFailures: readonly unknown[] }>,
): Promise<void> {
  const QueueUrl = messaging.queueUrl(name);
  const input = { QueueUrl, MaxNumberOfMessages: 1, WaitTimeSeconds: 5 };
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand(input));
  if (message === undefined) throw new Error(`nothing came to ${name}`);
  const { batchItemFailures } = await handler(eventOf([message.Body]), {} as never);
  if (batchItemFailures.length > 0) throw new Error(`${name} failed`);
  const { ReceiptHandle } = message;
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}

async function twoWrites({ patients, stores }: BenchRegion, number: number): Promise<number> {
  const from = performance.now();
  for (const sk of ["first", "second"]) {
    await stores.table.client.send(
      new PutItemCommand({
        TableName: patients,
        Item: { pk: text(`floor#${number}`), sk: text(sk), body: text("x".repeat(600)) },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    );
  }
  return performance.now() - from;
}

async function queueBulk({ clock, messaging, organization, sqs }: BenchRegion): Promise<void> {
  const QueueUrl = messaging.queueUrl("sms");
  for (let at = 0; at < bulkMessages; at += 10) {
    const Entries = Array.from({ length: 10 }, (_, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify({
        schema: "due.v1",
        organization,
        patient: `patient-${(at + index) % bulkPatients}`,
        lane: "sms",
        dueAt: clock.now(),
      }),
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
}

/** The lane's worker, at the lane's pace, until it is stopped; then how many texts went. */
function sendBulk({ messaging, providers, sqs }: BenchRegion, { queue }: Functions) {
  const QueueUrl = messaging.queueUrl("sms");
  const before = providers.sms.received.length;
  let isOn = true;
  const working = (async () => {
    while (isOn) {
      const input = { QueueUrl, MaxNumberOfMessages: batchOf.sms };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      await queue.sms(eventOf(Messages.map(({ Body }) => Body)), {} as never);
      await sleep((1_000 * batchOf.sms) / perSecond);
    }
  })();
  return {
    async stop(): Promise<number> {
      isOn = false;
      await working;
      return providers.sms.received.length - before;
    },
  };
}
