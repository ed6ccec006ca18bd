import { blanketRefusal } from "./permission.ts";
import type { Enrollment } from "./record.ts";
import type { WithholdReason } from "./touch-event.ts";
import { campaignOf, latestDay, type Turn } from "./turn.ts";

/**
 * Why this enrollment must not go on: permission gone, patient gone, audience over, campaign
 * unreadable. `undefined`: it stands.
 */
export function reasonToEnd(turn: Turn, enrollment: Enrollment): WithholdReason | undefined {
  const campaign = campaignOf(turn, enrollment);
  if (!campaign) return "campaign-missing";
  const blanket = blanketRefusal(turn.record(), campaign);
  if (blanket) return blanket;
  const { eligibleThrough } = enrollment;
  return eligibleThrough !== undefined && latestDay(turn) > eligibleThrough
    ? "not-eligible"
    : undefined;
}
