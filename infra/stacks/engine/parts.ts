import type { WorkQueue } from "../../constructs/work-queue.ts";
import type { Environment, SendingIdentities } from "../../environments.ts";
import type { Surroundings } from "../../surroundings.ts";
import type { DataStack } from "../data-stack.ts";
import type { PagesStack } from "../pages-stack.ts";
import type { EngineQueues } from "./queues.ts";

/** Connect's flows that calls and tasks begin with, by id. */
export interface ContactFlows {
  readonly call: string;
  readonly task: string;
}

/** What each part of the engine is built from. */
export interface EngineParts {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly data: DataStack;
  /** What patients open, and the queue of what they ask for there. */
  readonly pages: PagesStack;
  readonly queues: EngineQueues;
  readonly flows: ContactFlows;
  readonly channels: SendingIdentities;
}

/** What every function that reads or writes a record is told. */
export function recordVariables({ data, environment }: EngineParts): Record<string, string> {
  return { TABLE_NAME: data.patients.tableName, DUE_SHARDS: String(environment.dueShards) };
}

/** What a function is told that puts tasks before agents, or closes them. */
export function worklistVariables({ data }: EngineParts): Record<string, string> {
  return { WORKLIST_TABLE_NAME: data.worklist.tableName };
}

/** What every function is told that may hear an opt-out: the carrier's list follows it. */
export function mirrorVariables({ queues }: EngineParts): Record<string, string> {
  return { MIRROR_QUEUE_URL: queues.mirror.queue.queueUrl };
}

/** What every function is told that contacts patients; `lane` has its settings. */
export function contactVariables(
  parts: EngineParts,
  lane: { readonly perDay?: number },
): Record<string, string> {
  const { recipients, epoch } = parts.environment;
  const perDay = lane.perDay === undefined ? {} : { PER_DAY: String(lane.perDay) };
  const named = recipients === "everyone" ? recipients : `only:${recipients.only.join(",")}`;
  return {
    ...recordVariables(parts),
    ...mirrorVariables(parts),
    // Whether it is still the patients' home.
    EPOCH: String(epoch),
    RECIPIENTS: named,
    ...perDay,
  };
}

/** The lanes that due work is put on, by those who may put it there at once or by the minute. */
export function laneVariables({ queues }: EngineParts): Record<string, string> {
  return {
    SMS_QUEUE_URL: queues.sms.queue.queueUrl,
    EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
    VOICE_QUEUE_URL: queues.voice.queue.queueUrl,
    DECIDE_QUEUE_URL: queues.decide.queue.queueUrl,
    TASK_QUEUE_URL: queues.task.queue.queueUrl,
  };
}

/** How fast each lane's provider takes what is due, and how much of it in a day. */
export function paceVariables({ environment }: EngineParts): Record<string, string> {
  const { sms, email, connect } = environment;
  const paces = {
    SMS_PER_SECOND: sms.perSecond,
    EMAIL_PER_SECOND: email.perSecond,
    CALLS_PER_SECOND: connect.perSecond,
    SMS_PER_DAY: sms.perDay,
    EMAIL_PER_DAY: email.perDay,
    CALLS_PER_DAY: connect.perDay,
  };
  return Object.fromEntries(
    Object.entries(paces).flatMap(([name, pace]) => (pace ? [[name, String(pace)]] : [])),
  );
}

export function lanesOf({ queues }: EngineParts): readonly WorkQueue[] {
  return [queues.sms, queues.email, queues.voice, queues.decide, queues.task];
}
