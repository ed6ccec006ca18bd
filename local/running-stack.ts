import type { Instant } from "#domain/time";
import type { LocalClock } from "./clock.ts";
import type { Engine } from "./engines/engine.ts";
import type { MessagingEngine } from "./engines/fauxqs.ts";
import type { EventBus } from "./events/event-bus.ts";
import type { Pump } from "./events/pump.ts";
import type {
  FunctionState,
  LocalEndpoints,
  LocalStack,
  OutgoingEvent,
  Progress,
  TopicAttributes,
} from "./local-stack.ts";
import type { Permissions } from "./permissions/permissions.ts";
import { LocalProblem } from "./problem.ts";
import type { FunctionSet } from "./runtime/function-set.ts";
import { FunctionFailed } from "./runtime/outcome.ts";
import { findResource } from "./template/find.ts";
import type { LocalResources } from "./template/provision.ts";
import type { StaffAccess } from "./template/staff-access.ts";
import type { TimeKeeper } from "./time-keeper.ts";

export interface RunningParts {
  readonly clock: LocalClock;
  readonly endpoints: LocalEndpoints;
  readonly messaging: MessagingEngine;
  readonly resources: LocalResources;
}

interface Machinery {
  readonly functions: FunctionSet;
  readonly bus: EventBus;
  readonly pump: Pump;
  readonly keeper: TimeKeeper;
  readonly engines: readonly Engine[];
  readonly permissions: Permissions;
}

/** The local stack while it is up. */
export class RunningStack implements LocalStack {
  readonly clock: LocalClock;
  readonly endpoints: LocalEndpoints;
  readonly skipped: Readonly<Record<string, number>>;
  readonly access: StaffAccess | undefined;
  readonly #parts: RunningParts;
  #started: Machinery | undefined;

  constructor(parts: RunningParts) {
    this.clock = parts.clock;
    this.endpoints = parts.endpoints;
    this.skipped = parts.resources.skipped;
    this.access = parts.resources.access;
    this.#parts = parts;
  }

  /** The outside world is told of the stack before its functions can be made. */
  run(machinery: Machinery): this {
    this.#started = machinery;
    return this;
  }

  get #machinery(): Machinery {
    if (this.#started !== undefined) return this.#started;
    throw new LocalProblem(
      "local/not-up",
      "The stack is still starting: events and invocations are taken once its servers are up.",
    );
  }

  async invoke(functionId: string, event: unknown): Promise<unknown> {
    const { name } = this.#find("function", functionId);
    const outcome = await this.#machinery.functions.get(name).invoke(event);
    if (outcome.ok) return outcome.answer;
    throw new FunctionFailed(functionId, outcome.failure);
  }

  async publish(topic: string, message: string, attributes?: TopicAttributes): Promise<void> {
    const messageAttributes = Object.fromEntries(
      Object.entries(attributes ?? {}).map(([name, value]) => [
        name,
        { DataType: "String", StringValue: value },
      ]),
    );
    const { name } = this.#find("topic", topic);
    this.#parts.messaging.server.publish(name, message, { messageAttributes });
  }

  async putEvent(event: OutgoingEvent): Promise<void> {
    this.#machinery.bus.put(event);
  }

  queueUrl(name: string): string {
    return this.#parts.messaging.queueUrl(this.#find("queue", name).name);
  }

  tableName(name: string): string {
    return this.#find("table", name).name;
  }

  bucketName(name: string): string {
    return this.#find("bucket", name).name;
  }

  settle(): Promise<void> {
    return this.#machinery.keeper.settle();
  }

  runUntil(at: Instant, onProgress?: (progress: Progress) => void): Promise<void> {
    return this.#machinery.keeper.runUntil(at, () => onProgress?.(this.#progress(at)));
  }

  nextMoment(): Instant | undefined {
    return this.#machinery.keeper.next();
  }

  async stop(): Promise<void> {
    const { pump, keeper, functions, engines } = this.#machinery;
    keeper.stop();
    pump.stop();
    await functions.stop();
    await Promise.allSettled(engines.map((engine) => engine.stop()));
  }

  functions(): readonly FunctionState[] {
    return this.#machinery.functions.all().map(({ state }) => state);
  }

  killOne(name?: string): string | undefined {
    const { functions } = this.#machinery;
    const candidates =
      name === undefined
        ? functions.all().toSorted((one, other) => Number(other.isBusy) - Number(one.isBusy))
        : [functions.get(this.#find("function", name).name)];
    return candidates.find((candidate) => candidate.killOne())?.name;
  }

  get permissions(): Permissions {
    return this.#machinery.permissions;
  }

  deadLetters(): Readonly<Record<string, number>> {
    const { queues, prefix } = this.#parts.resources;
    return Object.fromEntries(
      queues.flatMap(({ name, isDeadLetter }) => {
        const messages = this.#parts.messaging.server.inspectQueue(name)?.messages;
        const count = isDeadLetter ? (messages?.ready.length ?? 0) : 0;
        return count > 0 ? [[name.slice(prefix.length), count]] : [];
      }),
    );
  }

  #progress(until: Instant): Progress {
    const states = this.functions();
    const sum = (count: (state: FunctionState) => number) =>
      states.reduce((total, state) => total + count(state), 0);
    return {
      now: this.clock.now(),
      until,
      invocations: sum(({ invocations }) => invocations),
      errors: sum(({ errors }) => errors),
      kills: sum(({ kills }) => kills),
    };
  }

  #find(kind: Kind, name: string) {
    const { all, prefix } = this.#parts.resources;
    const candidates = all.filter(({ type }) => typesOf[kind].includes(type));
    return findResource(candidates, name, prefix, kind);
  }
}

type Kind = "function" | "topic" | "queue" | "table" | "bucket";

const typesOf: Readonly<Record<Kind, readonly string[]>> = {
  function: ["AWS::Lambda::Function"],
  topic: ["AWS::SNS::Topic"],
  queue: ["AWS::SQS::Queue"],
  table: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
  bucket: ["AWS::S3::Bucket"],
};
