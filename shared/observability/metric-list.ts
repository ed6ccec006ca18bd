import { type Channel, channels } from "../domain/patient/contact-point.ts";
import type { FailureReason, RefusalReason, ReleaseReason } from "../domain/record/command.ts";
import { type Lane, lanes } from "../domain/record/due.ts";
import type { MoveReason, WithholdReason } from "../domain/record/touch-event.ts";
import type { Tier } from "../domain/reply/understanding.ts";

/** What a metric counts, and the only values that its dimensions may have. */
interface MetricRule {
  /** Counts are added up over an invocation; of a gauge, the highest stands. */
  readonly is: "count" | "gauge";
  readonly unit: "Count" | "Seconds";
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

/** How a contact stands after an event; those that were withheld are counted by their reason. */
export type TouchOutcome = "sent" | "delivered" | "failed" | "unknown" | "unconfirmed";

export type ReplyKind =
  | "opt-out"
  | "opt-in"
  | "wrong-number"
  | "help"
  | "person"
  | "answer"
  | "not-understood";

/** `late`: put before agents once more, for its deadline has passed. */
export type TaskOutcome = "opened" | "raised" | "late" | "resolved" | "unreachable";

/** `unreadable`: no contract fits; `hopeless`: no repeat can succeed; `gave-up`: five deliveries failed. */
export type PutAsideReason = "unreadable" | "hopeless" | "gave-up";

/** `nothing`: another worker or an earlier message was there first; `missed`: too late for its moment. */
export type LostClaim = "nothing" | "missed";

/** All values of a union; the compiler names the one that is missing. */
function closed<Value extends string>(values: Readonly<Record<Value, true>>): readonly Value[] {
  return Object.keys(values) as Value[];
}

const outcomes = closed<TouchOutcome>({
  sent: true,
  delivered: true,
  failed: true,
  unknown: true,
  unconfirmed: true,
});

const withheld = closed<WithholdReason>({
  "opted-out": true,
  "no-consent": true,
  "do-not-contact": true,
  "no-channel": true,
  "bad-point": true,
  restricted: true,
  stale: true,
  "goal-met": true,
  "not-eligible": true,
  "enrollment-ended": true,
  "campaign-missing": true,
  answered: true,
  merged: true,
  "not-on-allow-list": true,
});

const moved = closed<MoveReason>({
  hours: true,
  cap: true,
  priority: true,
  thread: true,
  paused: true,
  halted: true,
});

const refused = closed<RefusalReason | ReleaseReason>({
  "opted-out-at-carrier": true,
  "invalid-address": true,
  blocked: true,
  content: true,
  "not-configured": true,
  throttled: true,
  unavailable: true,
  "spend-limit": true,
  account: true,
  "daily-limit": true,
  "not-on-allow-list": true,
  "too-late-to-start": true,
  "shared-phone-cap": true,
});

const failed = closed<FailureReason>({
  "no-answer": true,
  busy: true,
  "invalid-address": true,
  blocked: true,
  content: true,
  "not-configured": true,
  unreachable: true,
  expired: true,
  bounced: true,
  complaint: true,
  other: true,
});

const replies = closed<ReplyKind>({
  "opt-out": true,
  "opt-in": true,
  "wrong-number": true,
  help: true,
  person: true,
  answer: true,
  "not-understood": true,
});

const tasks = closed<TaskOutcome>({
  opened: true,
  raised: true,
  late: true,
  resolved: true,
  unreachable: true,
});

const count = { is: "count", unit: "Count" } as const;
const perLane = { lane: lanes } satisfies { lane: readonly Lane[] };
const perChannel = { channel: channels } satisfies { channel: readonly Channel[] };

/**
 * Every metric there is. Dimensions hold neither ids nor campaigns: a metric of its own for each of
 * a thousand campaigns would cost more than the platform (CloudWatch pricing, custom metrics), and
 * reach by campaign is in the ledger's tallies.
 */
export const metricList = {
  /** What becomes of contacts. */
  Touches: { ...count, dimensions: { ...perChannel, outcome: outcomes } },
  /** Why contacts were not made (law 13). */
  Withheld: { ...count, dimensions: { reason: withheld } },
  /** Why contacts go later than planned. */
  Moved: { ...count, dimensions: { reason: moved } },
  /** Why contacts that a provider had taken did not arrive, by its reports. */
  Failures: { ...count, dimensions: { ...perChannel, reason: failed } },
  /** What providers said no to, for good or for now. */
  Refusals: { ...count, dimensions: { ...perChannel, reason: refused } },
  /** Messages of a lane that led to no contact. */
  LostClaims: {
    ...count,
    dimensions: { ...perChannel, reason: closed<LostClaim>({ nothing: true, missed: true }) },
  },
  Replies: { ...count, dimensions: { ...perChannel, kind: replies } },
  RedFlags: {
    ...count,
    dimensions: {
      tier: closed<Exclude<Tier, "T4">>({ T0: true, T1: true, T2: true, T3: true }),
    },
  },
  Tasks: { ...count, dimensions: { outcome: tasks } },
  Enrollments: {
    ...count,
    dimensions: { outcome: ["enrolled", "refused", "ended"] },
  },
  /** Due work that the tick found, at most 1,000 from a shard. */
  Due: { is: "gauge", unit: "Count", dimensions: perLane },
  /** Messages in the lane's queue when the tick came. */
  Waiting: { is: "gauge", unit: "Count", dimensions: perLane },
  /** How late the oldest due work is. */
  OldestDue: { is: "gauge", unit: "Seconds", dimensions: perLane },
  Released: { ...count, dimensions: perLane },
  /** Due work that no queue takes. */
  NotReleased: { ...count, dimensions: perLane },
  /** Messages that went to a dead-letter queue, with their reason. */
  PutAside: {
    ...count,
    dimensions: {
      reason: closed<PutAsideReason>({ unreadable: true, hopeless: true, "gave-up": true }),
    },
  },
} as const satisfies Readonly<Record<string, MetricRule>>;

export type MetricName = keyof typeof metricList;

/** The dimensions that a metric of this name must have. */
export type DimensionsOf<Name extends MetricName> = {
  readonly [Key in keyof (typeof metricList)[Name]["dimensions"]]: ValueIn<
    (typeof metricList)[Name]["dimensions"][Key]
  >;
};

type ValueIn<Values> = Values extends readonly (infer Value extends string)[] ? Value : never;
