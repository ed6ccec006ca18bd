import type { CampaignId } from "../campaign/campaign.ts";
import type { AccountRefusal } from "../contact/halt.ts";
import type { Evidence, PermissionScope, PermissionSource } from "../contact/permission.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { Traits } from "../reach/cohort.ts";
import type { ReadBy } from "../reply/read-by.ts";
import type { Understanding } from "../reply/understanding.ts";
import type { Day, Instant } from "../time.ts";
import type { QuestionRef } from "./open-question.ts";
import type { ConsentBasis } from "./permission-event.ts";
import type { ContactPreferences } from "./record.ts";
import type { TouchRef } from "./touch.ts";

/**
 * What may be asked of a record. Each carries `at`, the only time that `decide` knows. A command
 * that no longer applies yields no event, which makes every one of them safe to repeat.
 */
export type Command =
  /** The patient's profile was read or changed. */
  | { readonly type: "change-profile"; readonly at: Instant; readonly reach: Reachability }
  /** Selection found the patient in an audience. */
  | {
      readonly type: "enroll";
      readonly at: Instant;
      readonly campaign: CampaignId;
      readonly version: number;
      readonly episode: string;
      readonly eligibleThrough?: Day;
      /** What is known of the patient, to be counted by. */
      readonly traits?: Traits;
    }
  /** Facts changed: what now holds for the campaigns this patient is enrolled in. */
  | {
      readonly type: "change-eligibility";
      readonly at: Instant;
      readonly campaign: CampaignId;
      readonly standing:
        | { readonly is: "goal-met" }
        | { readonly is: "not-eligible" }
        | { readonly is: "eligible"; readonly through?: Day };
    }
  /** The goal is met by somebody who is held out, or whose enrollment has ended. */
  | {
      readonly type: "note-goal";
      readonly at: Instant;
      readonly campaign: CampaignId;
      readonly episode: string;
    }
  /** Something is due that needs no provider: silence, rest, leases, deadlines. */
  | { readonly type: "advance"; readonly at: Instant }
  /** A worker of this channel wants the next due touch. */
  | { readonly type: "claim"; readonly at: Instant; readonly channel: Channel }
  /** What the provider's answer to a claimed touch was. */
  | {
      readonly type: "record-outcome";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly outcome: SendOutcome;
    }
  /** A carrier, mail system or call flow reports how a touch ended. */
  | {
      readonly type: "record-receipt";
      readonly at: Instant;
      readonly touch: TouchRef;
      readonly receipt: Receipt;
    }
  /** The patient said something, on any channel. */
  | {
      readonly type: "receive-reply";
      readonly at: Instant;
      /** The provider's id of the inbound message: the same one never counts twice. */
      readonly reply: string;
      readonly channel: Channel;
      readonly point?: PointId;
      readonly understanding: Understanding;
      /** By which words. */
      readonly readBy: ReadBy;
      /** The touch it answers, when the channel tells: a key pressed during a call. */
      readonly touch?: TouchRef;
      /** The carrier refuses texts to this number, and cannot be asked to stop that yet. */
      readonly isBlockedAtCarrier?: true;
      /** The open question that the words were read as an answer to. */
      readonly question?: QuestionRef;
      /** Whether the words on this page are this patient's, or of another owner of the phone. */
      readonly speaker: "patient" | "other-owner";
    }
  /** An opt-out without words: unsubscribe link, complaint, carrier's list, an agent, a list. */
  | {
      readonly type: "opt-out";
      readonly at: Instant;
      readonly via: PermissionSource;
      /** Absent: everything. */
      readonly scope?: PermissionScope;
      readonly from?: PointId;
      readonly evidence?: Evidence;
      /** When it was said, where that was not now: a later permission is not taken back by it. */
      readonly saidAt?: Instant;
    }
  /** Staff enter a permission that the patient gave on paper or by voice. */
  | {
      readonly type: "opt-in";
      readonly at: Instant;
      readonly scope: PermissionScope;
      readonly basis: Exclude<ConsentBasis, "reserved-word">;
      readonly evidence: Evidence;
    }
  /** Staff were told that a number or address is someone else's. */
  | {
      readonly type: "report-wrong-number";
      readonly at: Instant;
      readonly point: PointId;
      readonly evidence: Evidence;
    }
  /** What the patient asks for; replaces what was chosen before. */
  | {
      readonly type: "change-preferences";
      readonly at: Instant;
      readonly preferences: ContactPreferences;
      readonly evidence?: Evidence;
    }
  /** An agent takes the conversation: automation is silent until it comes back. */
  | { readonly type: "take-conversation"; readonly at: Instant; readonly agent: string }
  | { readonly type: "return-conversation"; readonly at: Instant; readonly agent: string }
  /** A worker put these tasks before agents. */
  | {
      readonly type: "record-raised";
      readonly at: Instant;
      readonly task: string;
      /** How many times it had been raised when the worker looked: makes a repeat harmless. */
      readonly raised: number;
    }
  /** An agent closed a task. */
  | {
      readonly type: "resolve-task";
      readonly at: Instant;
      readonly task: string;
      readonly outcome: "resolved" | "unreachable";
    };

/**
 * What came of a claimed touch, in the only kinds that matter for sending again:
 * `accepted` it will go; `refused` surely not accepted and never will be; `released` surely not
 * accepted, may be tried again; `withheld` the provider was not asked and never will be; `unknown`
 * nobody can tell.
 */
export type SendOutcome =
  | { readonly is: "accepted"; readonly providerId: string }
  | { readonly is: "refused"; readonly reason: RefusalReason }
  | { readonly is: "released"; readonly reason: ReleaseReason; readonly retryAfterMs?: number }
  | { readonly is: "withheld"; readonly reason: "not-on-allow-list" }
  | { readonly is: "unknown"; readonly reason: string };

export type RefusalReason =
  | "opted-out-at-carrier"
  | "invalid-address"
  | "blocked"
  | "content"
  | "not-configured";

export type ReleaseReason =
  | "throttled"
  | "unavailable"
  /** The account's day is used up; it comes back by itself. */
  | "daily-limit"
  /** These halt the channel until a person has mended the account. */
  | AccountRefusal
  /** The worker was too late to start within the claim. */
  | "too-late-to-start"
  /** The phone is shared and another owner was contacted on it. */
  | "shared-phone-cap"
  /** This deployment contacts only whom it names; the touch is withheld with the release. */
  | "not-on-allow-list";

export type Receipt =
  | { readonly is: "sent" }
  | { readonly is: "delivered"; readonly by: "device" | "person" | "machine" }
  | { readonly is: "failed"; readonly reason: FailureReason };

export type FailureReason =
  | "no-answer"
  | "busy"
  | "invalid-address"
  /** The phone itself takes no texts of ours. */
  | "blocked"
  /** The carrier filtered the words. */
  | "content"
  | "not-configured"
  | "unreachable"
  | "expired"
  | "bounced"
  | "complaint"
  | "other";
