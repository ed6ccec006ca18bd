import { addYears } from "../calendar.ts";
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
  /** A parent's or guardian's, who is contacted while the patient is a minor. */
  readonly guardianPoints?: readonly ContactPoint[];
  readonly needs?: PatientNeeds;
  /** The id of the place that keeps this person's record, where the source says it. */
  readonly site?: string;
  /** Why nobody may contact this person at all. */
  readonly doNotContact?: DoNotContact;
}

/** `minor`: under 18, and no guardian can be reached. */
export type DoNotContact = "deceased" | "inactive" | "replaced" | "minor";

/** What a person needs to be talked to (ADA; 45 CFR 92.201). */
export interface PatientNeeds {
  /** Agents bring an interpreter. */
  readonly interpreter?: true;
  /** Deaf or hard of hearing: never an automated call; agents use a relay service. */
  readonly tty?: true;
}

/** What a claim needs of the profile, free of PHI: where, in which language, one point per channel. */
export interface Reachability {
  readonly zones: readonly ZoneId[];
  /** States the patient may be in; left out when none is known, for the record is small. */
  readonly states?: readonly StateCode[];
  readonly language: string;
  readonly points: Partial<Record<Channel, PointId>>;
  readonly needs?: PatientNeeds;
  /** A minor until that day: the points are the guardian's, and then they are no longer. */
  readonly adultOn?: Day;
  /** In a hospital or nursing home now: campaigns rest. */
  readonly isInFacility?: true;
  readonly doNotContact?: DoNotContact;
}

/** The patient's own points and a guardian's. */
export function allPoints(profile: Profile): readonly ContactPoint[] {
  return [...profile.points, ...(profile.guardianPoints ?? [])];
}

/** From this age on a person is contacted themselves. Years. */
const adultAgeYears = 18;

/** The first day on which somebody born then is no minor. */
export function adultDay(birthDate: Day): Day {
  return addYears(birthDate, adultAgeYears);
}

/**
 * The first contact point of the profile that can carry each channel: a minor's are the guardian's,
 * and without a guardian who can be reached nobody is contacted.
 * @param now `today` is the patient's own day; `isInFacility` comes of their facts.
 */
export function reachability(
  profile: Profile,
  { today, isInFacility = false }: { readonly today: Day; readonly isInFacility?: boolean },
): Reachability {
  const { birthDate, guardianPoints = [], needs } = profile;
  const adultOn = birthDate === undefined ? undefined : adultDay(birthDate);
  const isMinor = adultOn !== undefined && today < adultOn;
  const points: Partial<Record<Channel, PointId>> = {};
  for (const point of isMinor ? guardianPoints : profile.points) {
    for (const channel of channelsOf(point.kind)) points[channel] ??= point.id;
  }
  const isOrphan = isMinor && guardianPoints.length === 0;
  const doNotContact = profile.doNotContact ?? (isOrphan ? "minor" : undefined);
  return {
    zones: profile.zones,
    ...(profile.states.length > 0 ? { states: profile.states } : {}),
    language: profile.language,
    points,
    ...(needs ? { needs } : {}),
    ...(isMinor ? { adultOn } : {}),
    ...(isInFacility ? { isInFacility } : {}),
    ...(doNotContact ? { doNotContact } : {}),
  };
}
