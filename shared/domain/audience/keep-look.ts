import { formatDay } from "../time.ts";
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
  const isWithin =
    stored.startsOn !== undefined &&
    (solved.through === undefined || stored.startsOn <= solved.through);
  // A look that waited for the next interval goes with it when new facts move its beginning.
  const startsOn = isWithin ? stored.startsOn : solved.nextFrom;
  const isNext = !isWithin && startsOn !== undefined;
  const episode = isNext ? formatDay(startsOn) : stored.episode;
  return {
    ...interval,
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(episode === undefined ? {} : { episode }),
  };
}

/** Whether two entries say the same of a patient, whichever version of the campaign said it. */
export function isSameEntry(
  one: EligibilityEntry | undefined,
  other: EligibilityEntry | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.campaign === other.campaign &&
    one.from === other.from &&
    one.through === other.through &&
    one.startsOn === other.startsOn &&
    one.nextFrom === other.nextFrom &&
    one.episode === other.episode
  );
}
