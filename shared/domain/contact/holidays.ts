import { type Day, dayFrom, dayParts, type Weekday, weekdayOf } from "../calendar.ts";

/**
 * Whether offices of the US government are closed for a holiday on this day: the eleven legal
 * public holidays of 5 U.S.C. 6103(a), on the day on which they are observed. One that falls on a
 * Saturday is observed on the Friday before (5 U.S.C. 6103(b)), on a Sunday on the Monday after
 * (Executive Order 11582 §3); the day itself is then a weekend day like others. The rule of today
 * is applied to every year: Juneteenth has been law since 2021 only.
 * Inauguration Day concerns the capital's area alone and is left out.
 */
export function isFederalHoliday(day: Day): boolean {
  const { year, month, day: dayOfMonth } = dayParts(day);
  const weekday = weekdayOf(day);
  if (weekday === 6 || weekday === 7) return false;
  if (weekday === 1 && isMondayHoliday(month, dayOfMonth)) return true;
  if (weekday === 4 && month === 11 && dayOfMonth >= 22 && dayOfMonth <= 28) return true;
  return [year, year + 1].some((of) => fixedHolidays(of).some((date) => observed(date) === day));
}

/** Week of the month (1-based) by its days: the third Monday lies on the 15th to the 21st. */
function isMondayHoliday(month: number, dayOfMonth: number): boolean {
  const week = Math.ceil(dayOfMonth / 7);
  switch (month) {
    case 1: // Birthday of Martin Luther King, Jr.
    case 2: // Washington's Birthday
      return week === 3;
    case 5: // Memorial Day, the last Monday
      return dayOfMonth >= 25;
    case 9: // Labor Day
      return week === 1;
    case 10: // Columbus Day
      return week === 2;
    default:
      return false;
  }
}

function fixedHolidays(year: number): readonly Day[] {
  return [
    dayFrom(year, 1, 1), // New Year's Day
    dayFrom(year, 6, 19), // Juneteenth National Independence Day
    dayFrom(year, 7, 4), // Independence Day
    dayFrom(year, 11, 11), // Veterans Day
    dayFrom(year, 12, 25), // Christmas Day
  ];
}

function observed(date: Day): Day {
  const weekday: Weekday = weekdayOf(date);
  if (weekday === 6) return date - 1;
  return weekday === 7 ? date + 1 : date;
}
