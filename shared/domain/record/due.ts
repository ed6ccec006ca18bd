import { receiptDeadlineMs } from "../limits.ts";
import type { Instant } from "../time.ts";
import { digestNumber } from "./digest.ts";
import type { PatientRecord } from "./record.ts";

/** A kind of due work, with its own queue and pace. */
export type Lane = "sms" | "email" | "voice" | "decide" | "task";

export const lanes: readonly Lane[] = ["task", "decide", "sms", "email", "voice"];

export interface Due {
  readonly lane: Lane;
  readonly at: Instant;
}

/** Why no campaign contacts this patient now, whatever is due. */
export type Hold = "red-flag" | "agent-owns" | "narrowing" | "in-facility";

/**
 * What holds every campaign of this patient: a red flag until a person resolves it, a conversation
 * that an agent has, a STOP whose meaning was asked for, a stay in a facility. Direct answers and
 * tasks go on; silence does not count meanwhile.
 */
export function holdOf(record: PatientRecord): Hold | undefined {
  if (record.tasks.some((task) => task.holds)) return "red-flag";
  if (record.owner) return "agent-owns";
  if (record.narrowing) return "narrowing";
  return record.reach.isInFacility ? "in-facility" : undefined;
}

/**
 * The moment at which somebody must look at this record next, and who: the one entry that the
 * due index holds for it. `undefined`: nothing will happen by itself. At equal moments tasks come
 * first, then decisions, then direct answers, then campaign touches.
 */
export function nextDue(record: PatientRecord): Due | undefined {
  let next: Due | undefined;
  const consider = (lane: Lane, at: Instant): void => {
    if (!next || at < next.at) next = { lane, at };
  };
  for (const task of record.tasks) consider("task", task.raiseAt);
  if (record.inFlight) consider("decide", record.inFlight.leaseUntil);
  for (const touch of record.touches) {
    if (touch.status === "unknown") consider("decide", touch.at + receiptDeadlineMs);
  }
  if (!record.inFlight) {
    for (const notice of record.notices) consider(notice.channel, notice.dueAt);
  }
  if (record.owner) consider("decide", record.owner.until);
  if (record.narrowing) consider("decide", record.narrowing.until);
  if (holdOf(record) !== undefined) return next;
  for (const { state } of record.enrollments) {
    if (state.status === "waiting" || state.status === "resting") consider("decide", state.until);
    if (state.status === "planned" && !record.inFlight) consider(state.channel, state.dueAt);
  }
  return next;
}

/** The shard of the due index that this patient's record lives in. 0…shards−1. */
export function shardOf(patient: string, shards: number): number {
  return digestNumber(patient) % shards;
}
