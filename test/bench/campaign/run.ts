import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
} from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { lanes } from "#domain/record/due";
import { type Instant, minuteMs, parseInstant } from "#domain/time";
import { batchOf } from "#infra/environments";
import { composeFunctions } from "./functions.ts";
import { createOutside } from "./outside.ts";
import { admitPatients } from "./population.ts";
import { type BenchRegion, shards, startRegion } from "./region.ts";
import { recordStream, type StreamImages } from "./stream.ts";

/** A Monday, five in the morning where the clinic is: when selection runs. */
const begins = parseInstant("2026-11-30T05:00:00-05:00") as Instant;

/** Contacts a second: what a toll-free number takes. The clock moves on by it. */
const perSecond = 3;

type Functions = Awaited<ReturnType<typeof composeFunctions>>;
type QueueName = keyof Functions["queue"];

/** Messages that each queue's function is handed at once, as the stacks say. */
const batches: Readonly<Record<QueueName, number>> = {
  ...batchOf,
  enroll: 10,
  decide: 10,
  task: 5,
  receipt: 10,
};

/** A campaign that has come to its end, and what is left of it. */
export interface RunCampaign {
  readonly region: BenchRegion;
  readonly publisher: Functions["publisher"];
  /** The records' stream, for `publish-ledger`. */
  readonly images: StreamImages;
  readonly touches: number;
  /** Reports of providers, and those of them that came by a topic. */
  readonly events: number;
  readonly topicEvents: number;
}

/**
 * Runs the shipped mammogram campaign for so many patients who never answer, from their selection to
 * the agent who gives up: two texts, a mail and two calls each, by the functions' own handlers.
 */
export async function runCampaign(patients: number): Promise<RunCampaign> {
  const region = await startRegion("screening/mammogram", begins);
  const { clock, meter, stores } = region;
  await admitPatients(region, patients);
  const images = recordStream(region);
  const functions = await composeFunctions(region);
  const outside = createOutside(region);
  const drain = async () => {
    for (let handled = 1; handled > 0; ) {
      handled = 0;
      for (const name of Object.keys(batches) as QueueName[]) {
        handled += await workOff(region, name, functions.queue[name]);
        await outside.report();
      }
    }
  };
  await meter.invoke("select-patients", functions.select);
  await drain();
  for (let due = await nextDue(region); due !== undefined; due = await nextDue(region)) {
    clock.moveTo(Math.max(due, clock.now() + minuteMs));
    await meter.invoke("release-due", functions.release);
    await drain();
    await resolveTasks(region);
  }
  const open = await stores.records.load(region.organization, "patient-0");
  if (open?.enrollments.length !== 0) throw new Error("the campaign did not come to its end");
  const { publisher } = functions;
  return {
    ...{ region, publisher, images },
    touches: outside.touches(),
    events: outside.events(),
    topicEvents: outside.topicEvents(),
  };
}

/** Hands a queue's messages to its function until none is left, as Lambda's poller does. */
async function workOff(
  { clock, meter, messaging, sqs }: BenchRegion,
  name: QueueName,
  handler: (event: SQSEvent, context: never) => Promise<unknown>,
): Promise<number> {
  const QueueUrl = messaging.queueUrl(name);
  let handled = 0;
  for (;;) {
    const input = { QueueUrl, MaxNumberOfMessages: batches[name] };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
    if (Messages.length === 0) return handled;
    meter.queueCall();
    const event = { Records: Messages.map(recordOf) } as SQSEvent;
    const answer = await meter.invoke(name, () => handler(event, {} as never));
    const { batchItemFailures } = answer as { batchItemFailures: readonly unknown[] };
    if (batchItemFailures.length > 0) throw new Error(`${name} failed a message`);
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
    }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    meter.queueCall();
    handled += Messages.length;
    clock.moveTo(clock.now() + Math.round((Messages.length * 1_000) / perSecond));
  }
}

function recordOf({ Body, MessageId, ReceiptHandle }: Message) {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: { ApproximateReceiveCount: "1" },
  };
}

/** Outside of any function, so that it costs nothing: when anything falls due next. */
async function nextDue({ stores }: BenchRegion): Promise<Instant | undefined> {
  const found = await Promise.all(
    lanes.flatMap((lane) =>
      Array.from({ length: shards }, (_, shard) =>
        stores.records.due(lane, shard, Number.MAX_SAFE_INTEGER, 1),
      ),
    ),
  );
  const times = found.flat().map(({ dueAt }) => dueAt);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Agents reach nobody either. Their work is no contact, and yet the record's writes for it count. */
async function resolveTasks({ clock, meter, organization, providers, stores }: BenchRegion) {
  for (const { patient, task } of providers.desk.raised.values()) {
    const record = await stores.records.load(organization, patient);
    if (!record?.tasks.some(({ id }) => id === task.id)) continue;
    await meter.invoke("resolve", () =>
      stores.act(organization, patient, () => [
        { type: "resolve-task", at: clock.now(), task: task.id, outcome: "unreachable" },
      ]),
    );
  }
}
