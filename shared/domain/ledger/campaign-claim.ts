import type { ContactPolicy } from "../contact/policy.ts";
import { touchKey } from "../record/touch.ts";
import type { ZoneId } from "../zone.ts";
import type { CampaignClaim, Claimed, Hearing } from "./judge.ts";
import type { Story } from "./story.ts";

/** The claim of a campaign's contact that this row tells of; undefined for any other row. */
export function campaignClaimIn({ row, event }: Hearing): CampaignClaim | undefined {
  if (event.type !== "touch-claimed" || isAnswer(event)) return undefined;
  return { claim: event, key: touchKey(row, event.touch) };
}

/**
 * Whether it answers what the patient just said: those go at any hour and beside the caps. Told by
 * its name: a campaign's contact that is only marked as an answer is held to everything.
 */
export function isAnswer({ touch }: Pick<Claimed, "touch">): boolean {
  return touch.campaign.startsWith("reply/");
}

/** Zones that the profile asked for at that moment; none while no row tells the profile. */
export function zonesToCheck({ reach }: Story, { unknownZones }: ContactPolicy): readonly ZoneId[] {
  if (reach === undefined) return [];
  return reach.zones.length > 0 ? reach.zones : unknownZones;
}

/** Those that the claim says it looked at, and those that it had to. */
export function zonesOf(claim: Claimed, { story, setting }: Hearing): readonly ZoneId[] {
  return [...new Set([...claim.zones, ...zonesToCheck(story, setting.policy)])];
}
