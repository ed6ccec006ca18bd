import { type Day, dayFrom, dayParts, weekdayOf } from "../time.ts";

/** `2026-W48`: a week from Monday, in the year that its Thursday lies in (ISO 8601). */
export type Week = string;

/** Weeks compare as texts do: year before week, both of fixed length. */
export const weekPattern = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/;

/** The week that a day lies in. */
export function weekOf(day: Day): Week {
  const thursday = day + 4 - weekdayOf(day);
  const { year } = dayParts(thursday);
  const number = Math.floor((thursday - dayFrom(year, 1, 1)) / 7) + 1;
  return `${String(year).padStart(4, "0")}-W${String(number).padStart(2, "0")}`;
}

/** The Monday of a week; `undefined` for what is none, such as week 53 of a year of 52. */
export function mondayOf(week: Week): Day | undefined {
  if (!weekPattern.test(week)) return undefined;
  const [year = "", number = ""] = week.split("-W");
  // January 4 is always in the first week.
  const january4 = dayFrom(Number(year), 1, 4);
  const monday = january4 + 1 - weekdayOf(january4) + (Number(number) - 1) * 7;
  return weekOf(monday) === week ? monday : undefined;
}

/** All weeks from one through another, in order; none where they are the wrong way round. */
export function weeksBetween(from: Week, through: Week): readonly Week[] {
  const [first, last] = [mondayOf(from), mondayOf(through)];
  if (first === undefined || last === undefined || last < first) return [];
  return Array.from({ length: (last - first) / 7 + 1 }, (_, index) => weekOf(first + index * 7));
}
