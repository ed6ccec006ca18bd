import type { ContactWindow } from "./window.ts";

/**
 * When and how often an organization may start a contact, as data that a compliance owner can
 * change without code. Defaults and sources: `contact/default-policy.ts`.
 */
export interface ContactPolicy {
  readonly window: ContactWindow;
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
