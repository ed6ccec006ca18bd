import type { Channel } from "../patient/contact-point.ts";
import type { StateCode } from "../patient/state-zones.ts";
import type { ContactWindow } from "./window.ts";

/**
 * When and how often an organization may start a contact, as data that a compliance owner can
 * change without code. Defaults and sources: `contact/default-policy.ts`.
 */
export interface ContactPolicy {
  /** The organization's hours, on the patient's clock. */
  readonly window: ContactWindow;
  /** Whether the hours of the states for telephone solicitation bind too (`state-hours.ts`). */
  readonly strictStateHours: boolean;
  /** States in which no automated call is placed, for a live voice must introduce it there. */
  readonly liveIntroStates: readonly StateCode[];
  readonly caps: readonly Cap[];
  /**
   * What a STOP is for: `all`, or `program`, where the one confirmation asks whether it was meant
   * for what it answered only. No answer means all.
   */
  readonly revokeScope: "all" | "program";
  /** Channels on which giving the number is not enough: a recorded consent must be there. */
  readonly recordedConsentOn?: readonly Channel[];
  /** A question asked by text or mail has the conversation to itself for this long. Hours. */
  readonly threadHours: number;
  /** Whether what is due on the same day and channel goes in one message. */
  readonly mergesSameDay: boolean;
  /** Zones to intersect when nothing is known of where the patient lives. */
  readonly unknownZones: readonly string[];
  /** Sends of one opening are spread over this many minutes, by a hash of the touch key. */
  readonly spreadMinutes: number;
}

/**
 * At most `max` started contacts of one kind in one span. Every cap of a policy must allow a
 * contact. Attempts count, also those that found nobody; direct answers to the patient do not.
 */
export interface Cap {
  readonly name: string;
  readonly max: number;
  /**
   * `local-day` and `local-week` (Sunday to Saturday) are those of the patient's calendar;
   * `rolling` is any stretch of `hours`.
   */
  readonly per: "local-day" | "local-week" | "rolling";
  /** Of a rolling cap. */
  readonly hours?: number;
  /** Counts only contacts that are alike in all of these. Absent: all of the patient's. */
  readonly alike?: readonly ("campaign" | "channel" | "point")[];
  /** Holds for these channels, and counts only them. Absent: all together. */
  readonly channels?: readonly Channel[];
  /** Holds only for patients who may be in one of these states. Absent: for all. */
  readonly states?: readonly string[];
}
