import type { AnswerName, CampaignId, StepName } from "../campaign/campaign.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { Tier } from "../reply/understanding.ts";
import type { Day, Instant } from "../time.ts";
import type { FailureReason, Receipt, RefusalReason, ReleaseReason } from "./command.ts";
import type { NoticeKind } from "./notice.ts";
import type { ReachStage, Task } from "./record.ts";
import type { TouchRef } from "./touch.ts";

/** Which enrollment an event is about. */
export interface EnrollmentRef {
  readonly campaign: CampaignId;
  readonly episode: string;
}

/** Why a touch was not made, or not now (law 13): the name of the rule that said so. */
export type WithholdReason =
  | "opted-out"
  | "do-not-contact"
  | "no-channel"
  | "bad-point"
  | "stale"
  | "goal-met"
  | "not-eligible"
  | "enrollment-ended"
  | "campaign-missing"
  | "answered";

export type MoveReason = "hours" | "cap" | "priority" | "paused";

/** What happened. Past tense; carries what the ledger, reach and the law checker need. */
export type RecordEvent =
  | { readonly type: "profile-changed"; readonly at: Instant; readonly reach: Reachability }
  | (EnrollmentRef & {
      readonly type: "enrolled";
      readonly at: Instant;
      readonly version: number;
      readonly eligibleThrough?: Day;
      readonly start: StepName;
    })
  /** Selection was right, and yet nobody will be contacted: why. */
  | (EnrollmentRef & {
      readonly type: "enrollment-refused";
      readonly at: Instant;
      readonly version: number;
      readonly reason:
        | "holdout"
        | "opted-out"
        | "do-not-contact"
        | "no-channel"
        | "too-soon"
        | "too-many"
        | "review-past"
        | "campaign-missing";
    })
  | (EnrollmentRef & {
      readonly type: "eligibility-changed";
      readonly at: Instant;
      readonly eligibleThrough?: Day;
    })
  | (EnrollmentRef & {
      readonly type: "step-entered";
      readonly at: Instant;
      readonly step: StepName;
    })
  | {
      readonly type: "touch-planned";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly dueAt: Instant;
      readonly notAfter: Instant;
      readonly triesLeft: number;
    }
  | {
      readonly type: "touch-moved";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly dueAt: Instant;
      readonly reason: MoveReason;
      /** The cap or the campaign that moved it. */
      readonly rule: string;
    }
  | {
      readonly type: "touch-claimed";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly version: number;
      readonly channel: Channel;
      readonly point: PointId;
      readonly leaseUntil: Instant;
      /** The provider call may start no later than this: hours, `notAfter` and the opt-out bound. */
      readonly startBy: Instant;
      readonly notAfter: Instant;
      /** Zones in which the hours were checked; empty for notices, which go at any hour. */
      readonly zones: readonly string[];
      readonly isNotice: boolean;
    }
  | {
      readonly type: "touch-released";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly reason: ReleaseReason;
      readonly retryAt: Instant;
    }
  | {
      readonly type: "touch-accepted";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly providerId: string;
    }
  | {
      readonly type: "touch-unknown";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly deadline: Instant;
      readonly reason: string;
    }
  | {
      readonly type: "touch-unconfirmed";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
    }
  | {
      readonly type: "touch-receipted";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly receipt: Receipt;
    }
  /** The provider said no, for good. */
  | {
      readonly type: "touch-failed";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly reason: RefusalReason | FailureReason | "released-too-often";
    }
  | {
      readonly type: "touch-withheld";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly version: number;
      readonly channel?: Channel;
      readonly reason: WithholdReason;
    }
  /** Silence is counted from here until `until`. */
  | (EnrollmentRef & {
      readonly type: "wait-began";
      readonly at: Instant;
      readonly step: StepName;
      readonly until: Instant;
      readonly for: "reply" | "time";
      readonly channel?: Channel;
    })
  | {
      readonly type: "reply-received";
      readonly at: Instant;
      readonly reply: string;
      readonly channel: Channel;
      readonly tier?: Tier;
      /** What the words were taken for, by name. */
      readonly meanings: readonly string[];
    }
  | (EnrollmentRef & {
      readonly type: "answered";
      readonly at: Instant;
      readonly step: StepName;
      readonly answer: AnswerName;
      readonly channel: Channel;
    })
  /** The enrollment came one stage further down the funnel, for the first time. */
  | (EnrollmentRef & {
      readonly type: "stage-reached";
      readonly at: Instant;
      readonly version: number;
      readonly stage: Exclude<ReachStage, "enrolled">;
    })
  | {
      readonly type: "opted-out";
      readonly at: Instant;
      readonly via: Channel | "agent" | "carrier";
    }
  | { readonly type: "opted-in"; readonly at: Instant; readonly via: Channel }
  | {
      readonly type: "point-invalidated";
      readonly at: Instant;
      readonly point: PointId;
      readonly reason: "wrong-number" | RefusalReason | FailureReason;
    }
  | {
      readonly type: "notice-planned";
      readonly at: Instant;
      readonly kind: NoticeKind;
      readonly reply: string;
      readonly channel: Channel;
      readonly point: PointId;
      readonly notAfter: Instant;
    }
  | { readonly type: "escalated"; readonly at: Instant; readonly task: Task; readonly tier?: Tier }
  | {
      readonly type: "task-raised";
      readonly at: Instant;
      readonly task: string;
      readonly raised: number;
      readonly again: Instant;
    }
  | {
      readonly type: "task-resolved";
      readonly at: Instant;
      readonly task: string;
      readonly outcome: "resolved" | "unreachable";
      readonly inTime: boolean;
      readonly campaign?: CampaignId;
    }
  | (EnrollmentRef & {
      readonly type: "enrollment-ended";
      readonly at: Instant;
      readonly version: number;
      /** `goal-met`, `not-eligible`, `opted-out`, an end step's outcome, … */
      readonly outcome: string;
    });
