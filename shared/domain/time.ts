import { type BusinessCalendar, closeOfBusinessDay, isBusinessDay } from "./business.ts";
import { addMonths, addYears, type Day } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import {
  atWall,
  dayMs,
  hourMs,
  type Instant,
  minuteMs,
  offsetSpanAt,
  type ZoneId,
} from "./zone.ts";

// The one door to the calendar: callers need not know which file keeps which kind of time.
export {
  addMonths,
  addYears,
  type Day,
  dayFrom,
  dayParts,
  formatDay,
  parseClock,
  parseDay,
  weekdayOf,
  yearsBetween,
} from "./calendar.ts";
export { formatInstant, parseInstant } from "./iso.ts";
export {
  atLocal,
  dayMs,
  dayOf,
  hourMs,
  type Instant,
  isZone,
  localTime,
  minuteMs,
  offsetSpanAt,
  startOfDay,
  type ZoneId,
} from "./zone.ts";

const weekdays = [1, 2, 3, 4, 5];

/**
 * The instant a duration later. Minutes and hours are elapsed time. Days, weeks, months and years
 * keep the wall clock of `zone` (10:00 stays 10:00 over a DST change; `atLocal` says what becomes of
 * skipped and doubled times, and the 31st clamps to the end of a shorter month). Business days end
 * at a close of the organization's calendar, in its own zone (`closeOfBusinessDay`); where no
 * calendar is given, Monday to Friday 09:00–17:00 in `zone`.
 * @throws RangeError for an unknown zone or a business calendar that never opens.
 */
export function addDuration(
  instant: Instant,
  duration: Duration,
  zone: ZoneId,
  business?: BusinessCalendar,
): Instant {
  const { count } = duration;
  switch (duration.unit) {
    case "minutes":
      return instant + count * minuteMs;
    case "hours":
      return instant + count * hourMs;
    case "business-days":
      return closeOfBusinessDay(
        instant,
        count,
        business ?? { zone, opens: "09:00", closes: "17:00", days: weekdays },
      );
    case "days":
      return onDay(instant, zone, (day) => day + count);
    case "weeks":
      return onDay(instant, zone, (day) => day + count * 7);
    case "months":
      return onDay(instant, zone, (day) => addMonths(day, count));
    case "years":
      return onDay(instant, zone, (day) => addYears(day, count));
  }
}

/** The instant at the same wall clock, milliseconds included, on another day. */
function onDay(instant: Instant, zone: ZoneId, move: (day: Day) => Day): Instant {
  const wall = instant + offsetSpanAt(instant, zone).offsetMs;
  const day = Math.floor(wall / dayMs);
  const moved = move(day);
  return moved === day ? instant : atWall(moved * dayMs + (wall - day * dayMs), zone);
}

/**
 * The day a duration earlier, for look-backs ("none within 27 months"). Hours and minutes count as
 * the whole days that hold them, so that a look-back is never shorter than written. Business days
 * are Monday to Friday without US federal holidays.
 */
export function subtractFromDay(day: Day, duration: Duration): Day {
  const { count } = duration;
  switch (duration.unit) {
    case "minutes":
      return day - Math.ceil(count / 1440);
    case "hours":
      return day - Math.ceil(count / 24);
    case "days":
      return day - count;
    case "weeks":
      return day - count * 7;
    case "months":
      return addMonths(day, -count);
    case "years":
      return addYears(day, -count);
    case "business-days": {
      let earlier = day;
      for (let left = count; left > 0; left--) {
        earlier--;
        while (!isBusinessDay(earlier, weekdays)) earlier--;
      }
      return earlier;
    }
  }
}
