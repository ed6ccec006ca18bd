import type { CampaignId } from "../domain/campaign/campaign.ts";
import { capOpensAt } from "../domain/contact/caps.ts";
import type { Channel } from "../domain/patient/contact-point.ts";
import type { PatientId } from "../domain/patient/profile.ts";
import { parseTouchKey, type TouchKey } from "../domain/record/touch.ts";
import type { Instant } from "../domain/time.ts";
import type { PointClaim } from "../ports.ts";

/** One touch on a phone or address that several people may share. */
export interface PointTouch {
  readonly touch: TouchKey;
  readonly patient: PatientId;
  readonly at: Instant;
  /** Absent on touches of before channels were kept: they count for each. */
  readonly channel?: Channel;
}

/** Touches kept per point. Caps are small numbers a week, so this is never reached by them. */
const touchesMax = 64;

/**
 * Whether the claim fits under every cap, counted over all who share the point, and if so the
 * touches to keep. The same touch is counted once: a repeat after a lost answer is not refused by
 * itself, and a touch that was let go and comes again counts from its new moment, under caps that
 * others may have used up since.
 */
export function admit(
  touches: readonly PointTouch[],
  claim: PointClaim,
): readonly PointTouch[] | "already-claimed" | { readonly until: Instant } {
  const { touch, patient, channel, at, point, caps, place } = claim;
  const isRepeat = touches.some((known) => known.touch === touch && known.at === at);
  if (isRepeat) return "already-claimed";
  const others = touches.filter((known) => known.touch !== touch);
  const begun = others.map((known) => ({
    at: known.at,
    campaign: campaignOf(known.touch),
    channel: known.channel ?? channel,
    point,
  }));
  const contact = { at, campaign: campaignOf(touch), channel, point };
  const opening = capOpensAt(contact, begun, { caps, place });
  if (opening) return { until: opening.at };
  const added = [...others, { touch, patient, at, channel }];
  return added.toSorted((a, b) => a.at - b.at).slice(-touchesMax);
}

function campaignOf(key: TouchKey): CampaignId {
  return parseTouchKey(key)?.touch.campaign ?? "";
}

/** Whose touch came last, when more than one person has this point. */
export function latestOwner(
  patients: readonly PatientId[],
  touches: readonly PointTouch[],
): PatientId | undefined {
  if (patients.length < 2) return undefined;
  return touches.findLast((known) => patients.includes(known.patient))?.patient;
}
