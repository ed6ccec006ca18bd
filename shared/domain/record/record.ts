import type { AnswerName, CampaignId, StepName, TaskPriority } from "../campaign/campaign.ts";
import type { Purpose } from "../campaign/purpose.ts";
import type { PermissionStatement } from "../contact/permission.ts";
import type { ContactWindow } from "../contact/window.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { OrganizationId, PatientId, Reachability } from "../patient/profile.ts";
import type { Cohort, Counted } from "../reach/cohort.ts";
import type { FollowUp } from "../reach/follow-up.ts";
import type { Day, Instant } from "../time.ts";
import type { CountedLook } from "./event.ts";
import type { PassingReason } from "./failure.ts";
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
  /** What was said about permission and still counts, the latest last (law 4). */
  readonly permissions: readonly PermissionStatement[];
  /** A STOP whose confirmation asked for what it was meant; until then nobody is contacted. */
  readonly narrowing?: Narrowing;
  /** What the patient or staff chose, over what the profile says. */
  readonly preferences?: ContactPreferences;
  /** A person has the conversation: automation is silent. */
  readonly owner?: ConversationOwner;
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

/** "Only refills, or everything?": no answer by then means everything (47 CFR 64.1200(a)(12)). */
export interface Narrowing {
  /** What the message was about that STOP answered. */
  readonly purpose: Purpose;
  readonly until: Instant;
}

/** Each part narrows what campaigns may do; none can widen it. */
export interface ContactPreferences {
  /** BCP-47; asked for by the patient, so it wins over the profile. */
  readonly language?: string;
  /** The only channels to use: a confidential communication that was asked for (45 CFR 164.522(b)). */
  readonly only?: readonly Channel[];
  /** Hours inside those of the organization. */
  readonly hours?: ContactWindow;
}

export interface ConversationOwner {
  /** The member of staff. */
  readonly agent: string;
  /** Who forgets to hand back does not silence the patient for good. */
  readonly until: Instant;
}

/** One patient × one campaign × one episode, at one step. */
export interface Enrollment {
  readonly campaign: CampaignId;
  readonly version: number;
  readonly episode: string;
  readonly enrolledAt: Instant;
  /** With whom it is counted; absent from enrollments of before that was kept. */
  readonly cohort?: Cohort;
  /** The last day on which the audience holds, when it ends by itself (law 8). */
  readonly eligibleThrough?: Day;
  readonly step: StepName;
  /** Step entries so far, to bound loops. */
  readonly entries: number;
  /** How often each step was touched; the next occurrence is one more. */
  readonly occurrences: Readonly<Record<StepName, number>>;
  /** The latest answer, for branches. */
  readonly answer?: AnswerName;
  /** By channel, the step whose message went last and when: what a reply there answers. */
  readonly asked?: Partial<Readonly<Record<Channel, Asked>>>;
  /** How far down the reach funnel this enrollment came. */
  readonly stage: ReachStage;
  readonly state: StepState;
}

export interface Asked {
  readonly step: StepName;
  readonly at: Instant;
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
      /** When it was first due, if it was planned anew since: other campaigns went first. */
      readonly firstDueAt?: Instant;
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
  /** Touches of other campaigns whose news it carries. */
  readonly with?: readonly TouchRef[];
  /** A failure that may pass: the third in a row gives the point up. */
  readonly failedFor?: PassingReason;
  /** A machine was left a message, or may have been: gone once a person took the call. */
  readonly voicemail?: "may-leave";
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
  /** What the opt-out that it confirms was an answer to. */
  readonly purpose?: Purpose;
  /** The day by which it promises a call. */
  readonly by?: Day;
}

export interface Task extends Counted {
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
  /** Whether the goal is met is still looked at. */
  readonly follow?: FollowUp;
  /** How a refusal was counted, while the next look may be counted instead. */
  readonly counted?: CountedLook & { readonly cohort: Cohort };
}
