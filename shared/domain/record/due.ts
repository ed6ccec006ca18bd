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

/** Whether a red flag is open: until a person resolves it, no campaign contacts this patient. */
export function isHeld(record: PatientRecord): boolean {
  return record.tasks.some((task) => task.holds);
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
  if (isHeld(record)) return next;
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
