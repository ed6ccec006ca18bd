import type { Profile } from "../patient/profile.ts";
import { type Day, yearsBetween } from "../time.ts";
import type { Week } from "./week.ts";

/** What reach is told apart by of a patient. What is not known is left out. */
export interface Traits {
  /** Primary subtag of BCP-47. */
  readonly language?: string;
  /** Whole years, ten together: `60-69`. */
  readonly ageBand?: string;
  readonly sex?: "female" | "male";
  /** The id of the place that keeps the patient's record. */
  readonly site?: string;
}

/**
 * With whom somebody is counted: the week in which they became eligible, in the organization's zone,
 * and what was known of them then. It is kept with the enrollment and goes with each of its events,
 * so all stages of one enrollment stand in one row, however late they come and whatever the profile
 * says by then.
 */
export interface Cohort extends Traits {
  readonly week: Week;
}

/** How an event is counted; absent from rows of before it was noted. */
export interface Counted {
  /** Of the campaign, where the event is about an enrollment. */
  readonly version?: number;
  readonly cohort?: Cohort;
}

/** Ages over 89 are one category (45 CFR 164.514(b)(2)(i)(C)); minors are one, too. */
const oldest = 90;
const adult = 18;

function ageBandOf(years: number): string {
  if (years >= oldest) return "90+";
  if (years < adult) return "0-17";
  const from = Math.max(adult, Math.floor(years / 10) * 10);
  return `${from}-${Math.floor(years / 10) * 10 + 9}`;
}

/** What a profile says of the patient on a day. A language that was not stated is none. */
export function traitsOf(
  profile: Pick<Profile, "language" | "isLanguageKnown" | "birthDate" | "sex" | "site">,
  on: Day,
): Traits {
  const { language, isLanguageKnown, birthDate, sex, site } = profile;
  return {
    ...(isLanguageKnown ? { language: language.split("-")[0] ?? language } : {}),
    ...(birthDate === undefined ? {} : { ageBand: ageBandOf(yearsBetween(birthDate, on)) }),
    ...(sex === undefined ? {} : { sex }),
    ...(site === undefined ? {} : { site }),
  };
}
