import type { EventBridgeEvent } from "aws-lambda";
import type { Instant } from "#domain/time";
import type { LocalClock } from "./clock.ts";
import type { Permissions } from "./permissions/permissions.ts";
import type { StaffAccess } from "./template/staff-access.ts";

/** Base URLs of the engines, always on 127.0.0.1. */
export interface LocalEndpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly sns: string;
  readonly s3: string;
  readonly sesv2: string;
}

/** What EventBridge fills in itself when it is left out. */
export type OutgoingEvent = Pick<
  EventBridgeEvent<string, unknown>,
  "source" | "detail-type" | "detail"
> &
  Partial<EventBridgeEvent<string, unknown>>;

/** String attributes of an SNS message. */
export type TopicAttributes = Readonly<Record<string, string>>;

/** What the simulated outside world may use: it is started before the first function runs. */
export interface LocalStackForServers {
  readonly clock: LocalClock;
  readonly endpoints: LocalEndpoints;
  /**
   * Invokes and waits for the answer, as `RequestResponse` does. `functionId` is the function's
   * name, its construct id or its logical id.
   * @throws FunctionFailed with the function's own error, when it failed, timed out or crashed.
   */
  invoke(functionId: string, event: unknown): Promise<unknown>;
  /** Publishes to a topic, found by name, construct id or logical id. */
  publish(topic: string, message: string, attributes?: TopicAttributes): Promise<void>;
  /** Hands the event to every rule that matches. */
  putEvent(event: OutgoingEvent): Promise<void>;
  queueUrl(name: string): string;
  tableName(name: string): string;
  bucketName(name: string): string;
}

export interface FunctionState {
  readonly name: string;
  /** Of the newest living environment. */
  readonly pid: number | undefined;
  readonly invocations: number;
  /** Invocations that ended in an error, a timeout or a crash. */
  readonly errors: number;
  readonly kills: number;
}

export interface Progress {
  readonly now: Instant;
  readonly until: Instant;
  readonly invocations: number;
  readonly errors: number;
  readonly kills: number;
}

export interface LocalStack extends LocalStackForServers {
  /** Until no message is visible, no stream record unread and no invocation running. */
  settle(): Promise<void>;
  /**
   * Moves the virtual clock from moment to moment, each processed to the end, through `at`.
   * On the wall clock it waits.
   */
  runUntil(at: Instant, onProgress?: (progress: Progress) => void): Promise<void>;
  /** On the virtual clock: the soonest moment at which something is due. */
  nextMoment(): Instant | undefined;
  stop(): Promise<void>;
  functions(): readonly FunctionState[];
  /** Kills one environment, as a crash of the machine would. Returns its function's name. */
  killOne(name?: string): string | undefined;
  /** Messages in dead-letter queues, by queue name; queues without any are left out. */
  deadLetters(): Readonly<Record<string, number>>;
  /** What functions may do, and what they did or tried to do. */
  readonly permissions: Permissions;
  /** How staff come in; absent where the template has nothing for them. */
  readonly access: StaffAccess | undefined;
  /** Resource types of the template that do nothing on a laptop, with how many there are. */
  readonly skipped: Readonly<Record<string, number>>;
}
