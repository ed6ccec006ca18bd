import { addMonths, type Day } from "./calendar.ts";
import type { Duration } from "./duration.ts";

/**
 * The day so much later or earlier, in whole days; what is shorter than a day reaches no other one.
 * By the calendar alone, so that what needs no zone carries none.
 */
export function shiftDay(day: Day, { unit, count }: Duration, sign: 1 | -1): Day {
  if (unit === "months") return addMonths(day, sign * count);
  if (unit === "years") return addMonths(day, sign * count * 12);
  if (unit === "weeks") return day + sign * count * 7;
  return unit === "minutes" || unit === "hours" ? day : day + sign * count;
}
