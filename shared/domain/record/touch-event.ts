import type { Purpose } from "../campaign/purpose.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Cohort, Counted } from "../reach/cohort.ts";
import type { Instant } from "../time.ts";
import type { FailureReason, Receipt, RefusalReason, ReleaseReason } from "./command.ts";
import type { TouchRef } from "./touch.ts";
import type { VoicemailDecision } from "./voicemail.ts";

/** Why a touch was not made, or not now (law 13): the name of the rule that said so. */
export type WithholdReason =
  | "opted-out"
  | "no-consent"
  | "do-not-contact"
  | "no-channel"
  | "bad-point"
  | "restricted"
  | "stale"
  | "goal-met"
  | "not-eligible"
  | "enrollment-ended"
  | "campaign-missing"
  | "answered"
  /** The deployment contacts only whom it names: a stage that is not production. */
  | "not-on-allow-list"
  /** Its news went with a message of another campaign on the same day. */
  | "merged";

export type MoveReason = "hours" | "cap" | "priority" | "thread" | "paused" | "halted";

/** What happened to one planned contact. */
export type TouchEvent =
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
      /** Planned anew because another campaign goes first: stale from here. */
      readonly notAfter?: Instant;
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
      /** What the campaign is about; absent for notices. */
      readonly purpose?: Purpose;
      /** Whether a machine may be left the words for one; absent where there are none. */
      readonly voicemail?: VoicemailDecision;
      /** Touches of other campaigns whose news this message carries. */
      readonly with?: readonly TouchRef[];
    }
  | {
      readonly type: "touch-released";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly reason: ReleaseReason;
      readonly retryAt: Instant;
    }
  | (Counted & {
      readonly type: "touch-accepted";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly providerId: string;
    })
  | {
      readonly type: "touch-unknown";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly deadline: Instant;
      readonly reason: string;
    }
  | (Counted & {
      readonly type: "touch-unconfirmed";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
    })
  | {
      readonly type: "touch-receipted";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly receipt: Receipt;
    }
  /** The provider said no, for good. */
  | (Counted & {
      readonly type: "touch-failed";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly channel: Channel;
      readonly reason: RefusalReason | FailureReason | "released-too-often";
    })
  | {
      readonly type: "touch-withheld";
      readonly cohort?: Cohort;
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly version: number;
      readonly channel?: Channel;
      readonly reason: WithholdReason;
      /** What restricts it (`tty`, `confidential`), or the touch it was merged into. */
      readonly rule?: string;
    };
