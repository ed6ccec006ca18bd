import type { Campaign } from "../campaign/campaign.ts";
import type { RecordEvent } from "../record/event.ts";
import { addDuration, type Day, dayOf, formatDay, startOfDay } from "../time.ts";
import type { EligibilityEntry } from "./eligibility.ts";

/** A refusal that may pass (opted out, no phone yet) is looked at again after this. Days. */
const askAgainDays = 7;

type Refusal = (RecordEvent & { type: "enrollment-refused" })["reason"];

/** Reasons that last as long as the interval: selection need not come back for them. */
const lasting: readonly Refusal[] = ["holdout", "do-not-contact", "campaign-missing"];

/**
 * When selection must look at this patient again, after an attempt to enroll on that day:
 * at re-entry by the campaign's own rule, soon after a refusal that may pass, or when the next
 * interval begins. Each later look has an episode of its own.
 */
export function rearm(
  entry: EligibilityEntry,
  campaign: Pick<Campaign, "again">,
  refused: Refusal | undefined,
  on: Day,
): EligibilityEntry {
  const { startsOn: _, ...rest } = entry;
  const next = nextLook(campaign, refused, on);
  const isWithin = next !== undefined && (entry.through === undefined || next <= entry.through);
  const startsOn = isWithin ? next : entry.nextFrom;
  return startsOn === undefined ? rest : { ...rest, startsOn, episode: formatDay(startsOn) };
}

function nextLook(
  campaign: Pick<Campaign, "again">,
  refused: Refusal | undefined,
  on: Day,
): Day | undefined {
  if (refused && lasting.includes(refused)) return undefined;
  if (refused) return on + askAgainDays;
  if (!campaign.again) return undefined;
  // UTC suffices: the enrollment itself is checked to the hour in the patient's zone.
  return dayOf(addDuration(startOfDay(on, "UTC"), campaign.again.after, "UTC"), "UTC");
}
