import { addYears, type Day, dayFrom, dayParts } from "../../time.ts";
import type { Age } from "../condition.ts";
import { days } from "../interval.ts";
import type { Leaf } from "../leaf.ts";
import { known, unknownAlways } from "../truth.ts";

/**
 * Completed years. On the day itself the band begins on a birthday and ends on the eve of one;
 * at year's end it begins and ends with the year, so that everyone who reaches the age in a
 * year is in for all of it, as quality programs count.
 */
export function age({ from, through, at }: Age): Leaf {
  return {
    solve({ subject: { birthDate } }) {
      if (birthDate === undefined) return unknownAlways;
      const begins = at === "year-end" ? newYear : addYears;
      return known(
        days(
          from === undefined ? Number.NEGATIVE_INFINITY : begins(birthDate, from),
          through === undefined ? Number.POSITIVE_INFINITY : begins(birthDate, through + 1) - 1,
        ),
      );
    },
    deciding: () => [],
  };
}

/** The first day of the year that ends with that age. */
function newYear(birthDate: Day, years: number): Day {
  return dayFrom(dayParts(birthDate).year + years, 1, 1);
}
