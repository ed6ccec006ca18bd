import type { AnswerName, CampaignId, StepName, TaskPriority } from "../campaign/campaign.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { OrganizationId, PatientId, Reachability } from "../patient/profile.ts";
import type { Day, Instant } from "../time.ts";
import type { NoticeKind } from "./notice.ts";
import type { TouchRef } from "./touch.ts";

/**
 * The patient's one hot item and the one consistency boundary: everything that a claim must check
 * is here, so that a claim is one conditional write. Plain data; it is stored as JSON, at most
 * 1 KB with one enrollment.
 */
export interface PatientRecord {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  /** Grows by one with every write; the condition of every write. 0: never written. */
  readonly revision: number;
  readonly reach: Reachability;
  /** The latest durable opt-out, if it stands (law 4). */
  readonly optedOut?: OptOut;
  /** Points found to be someone else's or dead: never used again by anyone here. */
  readonly badPoints: readonly PointId[];
  readonly enrollments: readonly Enrollment[];
  /** The touch that a worker holds now: one at a time per patient. */
  readonly inFlight?: InFlight;
  /** Touches of the last days, for caps and receipts, oldest first. */
  readonly touches: readonly RecentTouch[];
  /** Direct answers that are owed to the patient. */
  readonly notices: readonly PlannedNotice[];
  readonly tasks: readonly Task[];
  /** Inbound ids already handled, oldest first. */
  readonly heard: readonly string[];
  /** The last end of each campaign, for re-entry. */
  readonly past: readonly PastEnrollment[];
}

export interface OptOut {
  readonly at: Instant;
  readonly via: Channel | "agent" | "carrier";
}

/** One patient × one campaign × one episode, at one step. */
export interface Enrollment {
  readonly campaign: CampaignId;
  readonly version: number;
  readonly episode: string;
  readonly enrolledAt: Instant;
  /** The last day on which the audience holds, when it ends by itself (law 8). */
  readonly eligibleThrough?: Day;
  readonly step: StepName;
  /** Step entries so far, to bound loops. */
  readonly entries: number;
  /** How often each step was touched; the next occurrence is one more. */
  readonly occurrences: Readonly<Record<StepName, number>>;
  /** The latest answer, for branches. */
  readonly answer?: AnswerName;
  /** The step whose message went last, and when: what a reply is an answer to. */
  readonly asked?: { readonly step: StepName; readonly at: Instant };
  /** How far down the reach funnel this enrollment came. */
  readonly stage: ReachStage;
  readonly state: StepState;
}

/** Stages of the reach funnel that an enrollment passes, in order. */
export type ReachStage = "enrolled" | "touched" | "delivered" | "answered";

export type StepState =
  /** A touch waits for its moment. */
  | {
      readonly status: "planned";
      readonly channel: Channel;
      readonly dueAt: Instant;
      readonly notAfter: Instant;
      /** Tries left of a call, this one included; 1 for sends. */
      readonly triesLeft: number;
      /** Claims that ended surely before acceptance. */
      readonly releases: number;
    }
  /** A worker holds it, or its outcome is unknown; `RecentTouch` tells. */
  | {
      readonly status: "sending";
      readonly channel: Channel;
      readonly notAfter: Instant;
      readonly triesLeft: number;
      readonly releases: number;
    }
  /** Sent; silence counts until `until`. */
  | {
      readonly status: "waiting";
      readonly until: Instant;
      readonly channel: Channel;
      readonly triesLeft: number;
    }
  /** A task is open; its outcome leads on. */
  | { readonly status: "escalated"; readonly task: string }
  /** The patient asked for nothing but time: a wait step. */
  | { readonly status: "resting"; readonly until: Instant };

/**
 * How far a touch came. `claimed` and `unknown` are open; the others are ends. Ends only ever
 * move up in this order, so that receipts commute (law 12).
 */
export type TouchStatus = "claimed" | "unknown" | "unconfirmed" | "sent" | "delivered" | "failed";

export interface RecentTouch {
  readonly touch: TouchRef;
  readonly channel: Channel;
  readonly point: PointId;
  readonly at: Instant;
  readonly status: TouchStatus;
  /** Direct answers do not count against caps. */
  readonly isNotice: boolean;
}

export interface InFlight {
  readonly touch: TouchRef;
  readonly channel: Channel;
  readonly leaseUntil: Instant;
}

export interface PlannedNotice {
  readonly kind: NoticeKind;
  /** The inbound id that it answers. */
  readonly reply: string;
  readonly channel: Channel;
  readonly point: PointId;
  readonly dueAt: Instant;
  readonly notAfter: Instant;
  readonly releases: number;
}

export interface Task {
  /** Stable: the same need has the same id, however often it is raised (law 14). */
  readonly id: string;
  readonly reason: string;
  readonly queue: string;
  readonly priority: TaskPriority;
  readonly openedAt: Instant;
  readonly deadline: Instant;
  /** When it must next be put before agents: at once, and again after a missed deadline. */
  readonly raiseAt: Instant;
  readonly raised: number;
  /** While open, nobody is contacted by a campaign: a red flag. */
  readonly holds: boolean;
  readonly enrollment?: { readonly campaign: CampaignId; readonly episode: string };
}

export interface PastEnrollment {
  readonly campaign: CampaignId;
  readonly episode: string;
  readonly endedAt: Instant;
  readonly outcome: string;
}
