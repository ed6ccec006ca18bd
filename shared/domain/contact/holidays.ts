import { type Day, dayParts, weekdayOf } from "../calendar.ts";

/**
 * Whether offices of the US government are closed for a holiday on this day: the eleven legal
 * public holidays of 5 U.S.C. 6103(a), on the day on which they are observed. One that falls on a
 * Saturday is observed on the Friday before (5 U.S.C. 6103(b)), on a Sunday on the Monday after
 * (Executive Order 11582 §3); the day itself is then a weekend day like others. The rule of today
 * is applied to every year: Juneteenth has been law since 2021 only.
 * Inauguration Day concerns the capital's area alone and is left out.
 */
export function isFederalHoliday(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 6 || weekday === 7) return false;
  const { month, day: dayOfMonth } = dayParts(day);
  if (isFixedHoliday(month, dayOfMonth)) return true;
  switch (weekday) {
    case 1:
      return isMondayHoliday(month, dayOfMonth) || isFixedHolidayDay(day - 1);
    case 4: // Thanksgiving Day, the fourth Thursday
      return month === 11 && Math.ceil(dayOfMonth / 7) === 4;
    case 5:
      return isFixedHolidayDay(day + 1);
    default:
      return false;
  }
}

function isFixedHolidayDay(day: Day): boolean {
  const parts = dayParts(day);
  return isFixedHoliday(parts.month, parts.day);
}

function isFixedHoliday(month: number, dayOfMonth: number): boolean {
  switch (month) {
    case 1: // New Year's Day
      return dayOfMonth === 1;
    case 6: // Juneteenth National Independence Day
      return dayOfMonth === 19;
    case 7: // Independence Day
      return dayOfMonth === 4;
    case 11: // Veterans Day
      return dayOfMonth === 11;
    case 12: // Christmas Day
      return dayOfMonth === 25;
    default:
      return false;
  }
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
