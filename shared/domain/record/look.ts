import type { CampaignId } from "../campaign/campaign.ts";
import { weekOf } from "../reach/week.ts";
import { dayMs, dayOf, type Instant } from "../time.ts";
import type { Command } from "./command.ts";
import type { RecordEvent } from "./event.ts";
import type { PastEnrollment } from "./record.ts";
import type { Turn } from "./turn.ts";

/**
 * Selection looks again a week after a refusal that may pass (`rearm`). Twice that is another
 * occasion: an audience that was left and came back.
 */
const sameOccasionMs = 14 * dayMs;

type Refused = RecordEvent & { type: "enrollment-refused" };

/** How this look at a patient is counted. */
export type Look = Pick<Refused, "cohort" | "instead">;

/**
 * With whom this look is counted, where it is said what is known of the patient. Somebody who was
 * refused the last time became eligible then and is eligible once: this look is counted instead.
 */
export function lookOf(turn: Turn, { campaign, traits }: Command & { type: "enroll" }): Look {
  const last = turn.record().past.find((past) => isPending(past, campaign, turn.at));
  if (last?.counted) {
    const { cohort, ...instead } = last.counted;
    return { cohort, instead };
  }
  if (traits === undefined) return {};
  return { cohort: { week: weekOf(dayOf(turn.at, turn.rules.business.zone)), ...traits } };
}

/** Refused, and not counted otherwise since. */
export function isPending(past: PastEnrollment, campaign: CampaignId, at: Instant): boolean {
  const isRecent = at <= past.endedAt + sameOccasionMs;
  return past.campaign === campaign && past.counted !== undefined && isRecent;
}

/** What a refusal was counted as, to be taken back by the next look. */
export function countedAs({ version, cohort, reason }: Refused): Pick<PastEnrollment, "counted"> {
  // Whoever is held out is looked at again only when another interval begins.
  if (cohort === undefined || reason === "holdout") return {};
  return { counted: { version, reason, cohort } };
}
