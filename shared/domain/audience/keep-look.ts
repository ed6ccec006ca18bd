import type { EligibilityEntry } from "./eligibility.ts";

/**
 * A freshly solved entry with what selection already did for the same interval: the patient was
 * enrolled or refused, and the next look was set (`rearm`). Without this every import would set
 * it back to the interval's first day, and re-entry would be put off again and again.
 */
export function keepLook(
  solved: EligibilityEntry,
  stored: EligibilityEntry | undefined,
): EligibilityEntry {
  if (stored === undefined || stored.from !== solved.from) return solved;
  const { startsOn: _, episode: __, ...interval } = solved;
  const startsOn = stored.startsOn ?? solved.nextFrom;
  return {
    ...interval,
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(stored.episode === undefined ? {} : { episode: stored.episode }),
  };
}
