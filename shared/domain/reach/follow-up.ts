import { dayMs, type Instant } from "../time.ts";
import type { Cohort } from "./cohort.ts";

/**
 * How long after somebody became eligible a goal counts when the contacted are compared with the
 * held out: for both alike, whether or not the enrollment still runs. Days; a default of ours.
 */
export const followUpDays = 90;

/** Whose goal is still looked for although they are not enrolled, or not any more. */
export interface FollowUp {
  /** When they became eligible. */
  readonly since: Instant;
  readonly version: number;
  readonly cohort: Cohort;
}

export function isFollowed(since: Instant, at: Instant): boolean {
  return at <= since + followUpDays * dayMs;
}
