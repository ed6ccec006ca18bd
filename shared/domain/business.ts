import { type Day, parseClock, weekdayOf } from "./calendar.ts";
import { isFederalHoliday } from "./contact/holidays.ts";
import type { Organization } from "./patient/organization.ts";
import { atLocal, type Instant, localTime } from "./zone.ts";

export type BusinessCalendar = Organization["business"];

/**
 * The close of the `count`-th business day after the one on which work on something that came in
 * at `at` can begin. That first day is the day of `at` when it comes in during or before its hours,
 * and the next business day when it comes in at or after the close, at a weekend or on a US federal
 * holiday. Open 09:00–17:00 on weekdays, one business day from Monday 10:00, from Monday 07:00 and
 * from Sunday is Tuesday 17:00; from Friday 17:00 it is Tuesday 17:00 as well. Zero business days
 * is the close of the first day itself.
 * @throws RangeError `business/never-open` for a calendar that holds no working time.
 */
export function closeOfBusinessDay(
  at: Instant,
  count: number,
  business: BusinessCalendar,
): Instant {
  const opens = parseClock(business.opens);
  const closes = parseClock(business.closes);
  const works = business.days.some((weekday) => weekday >= 1 && weekday <= 7);
  if (opens === undefined || closes === undefined || opens >= closes || !works) {
    throw new RangeError("business/never-open");
  }
  const local = localTime(at, business.zone);
  let day = local.minute < closes ? local.day : local.day + 1;
  day = nextBusinessDay(day, business);
  for (let left = count; left > 0; left--) day = nextBusinessDay(day + 1, business);
  return atLocal(day, closes, business.zone);
}

/** Whether agents are at work at this instant. */
export function isBusinessTime(at: Instant, business: BusinessCalendar): boolean {
  const opens = parseClock(business.opens) ?? 0;
  const closes = parseClock(business.closes) ?? 0;
  const { day, minute } = localTime(at, business.zone);
  return minute >= opens && minute < closes && isBusinessDay(day, business.days);
}

/** Whether agents work on this day of the business's calendar. */
export function isBusinessDay(day: Day, days: readonly number[]): boolean {
  return days.includes(weekdayOf(day)) && !isFederalHoliday(day);
}

function nextBusinessDay(from: Day, business: BusinessCalendar): Day {
  let day = from;
  // Ends: no weekday is a holiday in every week, and there is at least one working weekday.
  while (!isBusinessDay(day, business.days)) day++;
  return day;
}
