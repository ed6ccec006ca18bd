import { addYears, type Day, dayFrom, dayParts, parseDay, yearsBetween } from "../../time.ts";
import type { Age } from "../condition.ts";
import { always, days, never } from "../interval.ts";
import type { Leaf } from "../leaf.ts";
import { known, unknownAlways } from "../truth.ts";

/**
 * Completed years. On the day itself the band begins on a birthday and ends on the eve of one;
 * at year's end it begins and ends with the year, so that everyone who reaches the age in a
 * year is in for all of it, as quality programs count. At year's start it does so for everyone
 * who has the age when the year begins. On one date it is the same for good.
 */
export function age({ from, through, at }: Age): Leaf {
  const date = at === undefined ? undefined : parseDay(at);
  const begins = at === "year-end" ? yearThatEnds : at === "year-start" ? yearThatBegins : addYears;
  return {
    solve({ subject: { birthDate } }) {
      if (birthDate === undefined) return unknownAlways;
      if (date !== undefined) {
        const years = yearsBetween(birthDate, date);
        const isIn = birthDate <= date && (from ?? 0) <= years && years <= (through ?? years);
        return known(isIn ? always : never);
      }
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
function yearThatEnds(birthDate: Day, years: number): Day {
  return dayFrom(dayParts(birthDate).year + years, 1, 1);
}

/** The first day of the year that begins with that age. */
function yearThatBegins(birthDate: Day, years: number): Day {
  const { year, month, day } = dayParts(birthDate);
  return dayFrom(year + years + (month === 1 && day === 1 ? 0 : 1), 1, 1);
}
