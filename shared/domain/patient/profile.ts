import type { Day, ZoneId } from "../time.ts";
import type { Channel, ContactPoint, PointId } from "./contact-point.ts";
import { channelsOf } from "./contact-point.ts";
import type { StateCode } from "./state-zones.ts";

export type OrganizationId = string;
export type PatientId = string;

/**
 * The person: cold, PHI, one item beside the record. Whatever a claim must check is copied into
 * the record as `Reachability` by the command `change-profile`.
 */
export interface Profile {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly given: string;
  readonly family: string;
  /** BCP-47, `en` where nothing is known. */
  readonly language: string;
  /** Whether the language was stated, or is our default. */
  readonly isLanguageKnown: boolean;
  readonly sex?: "female" | "male";
  readonly birthDate?: Day;
  /** Zones the patient may live in: one when known, several when it must be intersected. */
  readonly zones: readonly ZoneId[];
  /** States whose laws may apply: those of the address, its ZIP code and the numbers. */
  readonly states: readonly StateCode[];
  /** In order of preference. */
  readonly points: readonly ContactPoint[];
  /** Why nobody may contact this person at all. */
  readonly doNotContact?: "deceased" | "inactive" | "replaced";
}

/** What a claim needs of the profile, free of PHI: where, in which language, one point per channel. */
export interface Reachability {
  readonly zones: readonly ZoneId[];
  /** Left out when none is known, for the record is small. */
  readonly states?: readonly StateCode[];
  readonly language: string;
  readonly points: Partial<Record<Channel, PointId>>;
  readonly doNotContact?: Profile["doNotContact"];
}

/** The first contact point of the profile that can carry each channel. */
export function reachability(profile: Profile): Reachability {
  const points: Partial<Record<Channel, PointId>> = {};
  for (const point of profile.points) {
    for (const channel of channelsOf(point.kind)) points[channel] ??= point.id;
  }
  return {
    zones: profile.zones,
    ...(profile.states.length > 0 ? { states: profile.states } : {}),
    language: profile.language,
    points,
    ...(profile.doNotContact ? { doNotContact: profile.doNotContact } : {}),
  };
}
