import type { AnswerName, CampaignId, StepName } from "../campaign/campaign.ts";
import type { Purpose } from "../campaign/purpose.ts";
import type { Evidence } from "../contact/permission.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { Cohort, Counted } from "../reach/cohort.ts";
import type { ReadBy } from "../reply/read-by.ts";
import type { AnswerValue, Span, Tier } from "../reply/understanding.ts";
import type { Day, Instant } from "../time.ts";
import type { FailureReason, RefusalReason } from "./command.ts";
import type { NoticeKind } from "./notice.ts";
import type { PermissionEvent } from "./permission-event.ts";
import type { ReachStage, Task } from "./record.ts";
import type { TouchEvent } from "./touch-event.ts";

/** Which enrollment an event is about. */
export interface EnrollmentRef {
  readonly campaign: CampaignId;
  readonly episode: string;
}

/** Just the two fields, so that events carry no more than they name. */
export function enrollmentRef(ref: EnrollmentRef): EnrollmentRef {
  return { campaign: ref.campaign, episode: ref.episode };
}

export type EnrollmentRefusal =
  | "holdout"
  | "opted-out"
  | "no-consent"
  | "do-not-contact"
  | "no-channel"
  | "too-soon"
  | "too-many"
  | "review-past"
  | "campaign-missing";

/** A refusal, as it was counted. */
export interface CountedLook {
  readonly version: number;
  readonly reason: EnrollmentRefusal;
}

/** What happened. Past tense; carries what the ledger, reach and the law checker need. */
export type RecordEvent =
  | TouchEvent
  | PermissionEvent
  | { readonly type: "profile-changed"; readonly at: Instant; readonly reach: Reachability }
  | (EnrollmentRef & {
      readonly type: "enrolled";
      readonly cohort?: Cohort;
      /** They had been refused before, and were counted so: this is counted instead. */
      readonly instead?: CountedLook;
      readonly at: Instant;
      readonly version: number;
      readonly eligibleThrough?: Day;
      readonly start: StepName;
    })
  /** Selection was right, and yet nobody will be contacted: why. */
  | (EnrollmentRef & {
      readonly type: "enrollment-refused";
      readonly cohort?: Cohort;
      /** As in `enrolled`. */
      readonly instead?: CountedLook;
      readonly at: Instant;
      readonly version: number;
      readonly reason: EnrollmentRefusal;
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
  /** Silence is counted from here until `until`. */
  | (EnrollmentRef & {
      readonly type: "wait-began";
      readonly at: Instant;
      readonly step: StepName;
      readonly until: Instant;
      readonly for: "reply" | "time";
      readonly channel?: Channel;
      /** Its news went with another campaign's message: nothing was asked. */
      readonly isMerged?: true;
    })
  | {
      readonly type: "reply-received";
      readonly at: Instant;
      readonly reply: string;
      readonly channel: Channel;
      readonly tier?: Tier;
      /** What the words were taken for, by name. */
      readonly meanings: readonly string[];
      /** Where in the words which rule matched, so that the reading can be explained; no words. */
      readonly spans?: readonly Span[];
      /** Absent from rows of before it was noted, and where another owner of the phone spoke. */
      readonly readBy?: ReadBy;
    }
  | (EnrollmentRef &
      Counted & {
        readonly type: "answered";
        readonly at: Instant;
        readonly step: StepName;
        readonly answer: AnswerName;
        /** The date or number that it gave. */
        readonly value?: AnswerValue;
        readonly channel: Channel;
      })
  /** The enrollment came one stage further down the funnel, for the first time. */
  | (EnrollmentRef & {
      readonly type: "stage-reached";
      readonly at: Instant;
      readonly version: number;
      readonly stage: Exclude<ReachStage, "enrolled">;
      readonly cohort?: Cohort;
      /** On which it was reached; noted where the cohort is. */
      readonly channel?: Channel;
    })
  /** Somebody held out, or whose enrollment had ended, met the goal within their follow-up. */
  | (EnrollmentRef & {
      readonly type: "goal-noted";
      readonly at: Instant;
      readonly version: number;
      readonly cohort: Cohort;
      readonly arm: "contacted" | "held-out";
    })
  | {
      readonly type: "point-invalidated";
      readonly at: Instant;
      readonly point: PointId;
      readonly reason: "wrong-number" | "unreachable-thrice" | RefusalReason | FailureReason;
      /** Where staff entered it. */
      readonly evidence?: Evidence;
    }
  | {
      readonly type: "notice-planned";
      readonly at: Instant;
      readonly kind: NoticeKind;
      readonly reply: string;
      readonly channel: Channel;
      readonly point: PointId;
      readonly notAfter: Instant;
      /** What the opt-out that it confirms was an answer to. */
      readonly purpose?: Purpose;
      /** The day by which it promises a call. */
      readonly by?: Day;
    }
  | { readonly type: "escalated"; readonly at: Instant; readonly task: Task; readonly tier?: Tier }
  | {
      readonly type: "task-raised";
      readonly at: Instant;
      readonly task: string;
      readonly raised: number;
      readonly again: Instant;
    }
  /** The patient said something more to whom has the task: it is put before them again. */
  | {
      readonly type: "task-updated";
      readonly at: Instant;
      readonly task: string;
      readonly reply: string;
    }
  | {
      readonly type: "conversation-taken";
      readonly at: Instant;
      readonly agent: string;
      readonly until: Instant;
    }
  | {
      readonly type: "conversation-returned";
      readonly at: Instant;
      /** The agent, or the clock when the time was up. */
      readonly by: "agent" | "clock";
    }
  | (Counted & {
      readonly type: "task-resolved";
      readonly at: Instant;
      readonly task: string;
      readonly outcome: "resolved" | "unreachable";
      readonly inTime: boolean;
      readonly campaign?: CampaignId;
    })
  | (EnrollmentRef & {
      readonly type: "enrollment-ended";
      readonly at: Instant;
      readonly version: number;
      /** `goal-met`, `not-eligible`, `opted-out`, an end step's outcome, … */
      readonly outcome: string;
      readonly cohort?: Cohort;
      /** It ended within the time in which goals are compared with those of the held out. */
      readonly isFollowed?: true;
    });
