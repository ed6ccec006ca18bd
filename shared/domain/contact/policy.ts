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
  /** Zones to intersect when nothing is known of where the patient lives. */
  readonly unknownZones: readonly string[];
  /** Sends of one opening are spread over this many minutes, by a hash of the touch key. */
  readonly spreadMinutes: number;
}

/**
 * At most `max` started contacts per patient, over all campaigns and channels. `local-day` counts
 * the patient's calendar day, `rolling` any window of `hours`.
 */
export type Cap =
  | { readonly name: string; readonly per: "local-day"; readonly max: number }
  | {
      readonly name: string;
      readonly per: "rolling";
      readonly hours: number;
      readonly max: number;
    };
