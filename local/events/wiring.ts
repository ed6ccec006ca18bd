import type { LocalClock } from "../clock.ts";
import type { MessagingEngine } from "../engines/fauxqs.ts";
import { LocalProblem } from "../problem.ts";
import type { FunctionSet } from "../runtime/function-set.ts";
import { nameInArn } from "../template/arn.ts";
import type { MappingPlan } from "../template/mappings.ts";
import type { LocalResources } from "../template/provision.ts";
import { AsyncInvocations } from "./async-invocations.ts";
import { BucketNotifications } from "./bucket-notifications.ts";
import { DueIndex, dueIndexName } from "./due-index.ts";
import { EventBus } from "./event-bus.ts";
import { QueueMapping } from "./queue-mapping.ts";
import { QueueReader } from "./queue-reader.ts";
import { Schedules } from "./schedules.ts";
import type { EventSource } from "./source.ts";
import { StreamMapping } from "./stream-mapping.ts";
import { StreamReader } from "./stream-reader.ts";
import { Targets } from "./targets.ts";

/** All that moves work between the engines and the functions. */
export interface Wiring {
  readonly sources: readonly EventSource[];
  readonly streams: readonly StreamReader[];
  readonly bus: EventBus;
  readonly schedules: Schedules;
  /** Undefined when no table has a due index and a stream. */
  readonly dueIndex: DueIndex | undefined;
}

export interface WiringParts {
  readonly resources: LocalResources;
  readonly functions: FunctionSet;
  readonly messaging: MessagingEngine;
  readonly dynamodb: string;
  readonly clock: LocalClock;
  readonly tickMinutes: number;
}

export function wire(parts: WiringParts): Wiring {
  const { resources, functions, messaging, clock } = parts;
  const giveUp = (arn: string, body: string) => {
    messaging.server.sendMessage(nameInArn(arn), body);
  };
  const { functions: plans } = resources;
  const invocations = new AsyncInvocations({ functions, plans, clock, giveUp });
  const targets = new Targets(messaging, invocations);
  const bus = new EventBus(resources.rules, targets, clock);
  const notifications = new BucketNotifications(resources.buckets.notifications, {
    ...{ endpoint: messaging.endpoint, clock, targets, bus },
  });
  const readers = new Map<string, QueueReader>();
  const streams = readersOf(parts);
  const mappings = resources.mappings.map((plan) => {
    const handler = functions.get(plan.function);
    const reader = streams.get(plan.sourceArn);
    if (reader !== undefined) return new StreamMapping(plan, { reader, handler, clock, giveUp });
    const queue = new QueueReader(queueOf(plan, resources), messaging, clock);
    readers.set(queue.queue.name, queue);
    return new QueueMapping(plan, queue, handler, clock);
  });
  messaging.onEvent((event) => {
    if (event.service === "sqs") readers.get(event.queueName)?.heard(event);
    else notifications.heard(event);
  });
  return {
    sources: [invocations, notifications, ...mappings],
    streams: [...streams.values()],
    bus,
    schedules: new Schedules(resources.schedules, targets, clock),
    dueIndex: dueIndexOf(parts, streams),
  };
}

function readersOf({ resources, dynamodb, clock }: WiringParts): Map<string, StreamReader> {
  return new Map(
    resources.tables.flatMap(({ streamArn }) =>
      streamArn === undefined ? [] : [[streamArn, new StreamReader(streamArn, dynamodb, clock)]],
    ),
  );
}

function queueOf(plan: MappingPlan, { queues }: LocalResources) {
  const queue = queues.find(({ arn }) => arn === plan.sourceArn);
  if (queue !== undefined) return queue;
  throw new LocalProblem(
    "local/unknown-source",
    `${plan.id} reads ${plan.sourceArn}; the local stack plays queues and table streams only.`,
  );
}

function dueIndexOf(
  { resources, clock, tickMinutes }: WiringParts,
  streams: ReadonlyMap<string, StreamReader>,
): DueIndex | undefined {
  const table = resources.tables.find(({ indexes }) => indexes.includes(dueIndexName));
  const reader = streams.get(table?.streamArn ?? "");
  if (reader === undefined) return undefined;
  const index = new DueIndex(tickMinutes, () => clock.now());
  index.follow(reader);
  return index;
}
