import type { PatientId } from "../domain/patient/profile.ts";
import type { TouchKey } from "../domain/record/touch.ts";
import type { Instant } from "../domain/time.ts";
import type { PointClaim } from "../ports.ts";

/** One touch on a phone or address that several people may share. */
export interface PointTouch {
  readonly touch: TouchKey;
  readonly patient: PatientId;
  readonly at: Instant;
}

/** Touches kept per point. Caps are small numbers a week, so this is never reached by them. */
const touchesMax = 64;

/**
 * Whether the claim fits under every window, and if so the touches to keep. The same touch is
 * counted once, so a repeat after a lost answer is not refused by itself.
 */
export function admit(
  touches: readonly PointTouch[],
  claim: PointClaim,
): readonly PointTouch[] | "refused" | "already-claimed" {
  if (touches.some((known) => known.touch === claim.touch)) return "already-claimed";
  const isFull = claim.windows.some(
    ({ since, max }) => touches.filter((known) => known.at >= since).length >= max,
  );
  if (isFull) return "refused";
  const added = [...touches, { touch: claim.touch, patient: claim.patient, at: claim.at }];
  return added.toSorted((a, b) => a.at - b.at).slice(-touchesMax);
}

/** Whose touch came last, when more than one person has this point. */
export function latestOwner(
  patients: readonly PatientId[],
  touches: readonly PointTouch[],
): PatientId | undefined {
  if (patients.length < 2) return undefined;
  return touches.findLast((known) => patients.includes(known.patient))?.patient;
}
