import type { Campaign } from "../campaign/campaign.ts";
import { blanketRefusal } from "./permission.ts";
import type { Enrollment } from "./record.ts";
import type { WithholdReason } from "./touch-event.ts";
import { campaignOf, latestDay, type Turn } from "./turn.ts";

export type Standing =
  | { readonly is: "standing"; readonly campaign: Campaign }
  | { readonly is: "over"; readonly reason: WithholdReason };

/** Whether this enrollment may go on: not when permission, the patient, the audience or the
 * campaign's definition is gone. */
export function standingOf(turn: Turn, enrollment: Enrollment): Standing {
  const campaign = campaignOf(turn, enrollment);
  if (!campaign) return { is: "over", reason: "campaign-missing" };
  const blanket = blanketRefusal(turn.record(), campaign);
  if (blanket) return { is: "over", reason: blanket };
  const { eligibleThrough } = enrollment;
  return eligibleThrough !== undefined && latestDay(turn) > eligibleThrough
    ? { is: "over", reason: "not-eligible" }
    : { is: "standing", campaign };
}
