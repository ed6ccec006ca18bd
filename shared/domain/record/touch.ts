import type { CampaignId, StepName } from "../campaign/campaign.ts";
import type { OrganizationId, PatientId } from "../patient/profile.ts";

/**
 * One planned contact, within its patient. `occurrence` counts the visits of a step (a loop comes
 * back, a call is tried again), from 1. Never a version, an attempt or a queue message id: a
 * publish or a redrive must not make a new key (law 1).
 */
export interface TouchRef {
  /** A campaign id, or `reply/<notice>` for a direct answer to the patient. */
  readonly campaign: CampaignId;
  /** The day the episode began (`2026-11-23`), or the id of the reply that a notice answers. */
  readonly episode: string;
  readonly step: StepName;
  readonly occurrence: number;
}

/** `organization/patient/family/name/episode/step/occurrence`: the key a provider is given. */
export type TouchKey = string;

export function touchKey(
  owner: { readonly organization: OrganizationId; readonly patient: PatientId },
  touch: TouchRef,
): TouchKey {
  return `${owner.organization}/${owner.patient}/${touch.campaign}/${touch.episode}/${touch.step}/${touch.occurrence}`;
}

export interface ParsedTouchKey {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly touch: TouchRef;
}

/** The inverse of `touchKey`; `undefined` for what is not one (a receipt of someone else's). */
export function parseTouchKey(key: string): ParsedTouchKey | undefined {
  const parts = key.split("/");
  const [organization, patient, family, name, episode, step, occurrence] = parts;
  if (parts.length !== 7 || !organization || !patient || !family || !name || !episode || !step) {
    return undefined;
  }
  const count = Number(occurrence);
  if (!Number.isInteger(count) || count < 1) return undefined;
  return {
    organization,
    patient,
    touch: { campaign: `${family}/${name}`, episode, step, occurrence: count },
  };
}

export function isSameTouch(a: TouchRef, b: TouchRef): boolean {
  return (
    a.occurrence === b.occurrence &&
    a.step === b.step &&
    a.episode === b.episode &&
    a.campaign === b.campaign
  );
}
