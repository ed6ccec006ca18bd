/** A calendar day: whole days since 1970-01-01, which is 0. Earlier days are negative. */
export type Day = number;

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface DayParts {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  /** 1…31 */
  readonly day: number;
}

const daysIn400Years = 146_097;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const epochFromMarch0 = 719_468;

/**
 * The day with these parts in the proleptic Gregorian calendar. A month or day outside its range
 * runs on into its neighbours (month 13 is January of the next year), as sums over months need.
 */
export function dayFrom(year: number, month: number, day: number): Day {
  // A year that begins in March keeps the leap day at its end, so months need no table.
  const months = year * 12 + (month - 3);
  const y = Math.floor(months / 12);
  const m = months - y * 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((153 * m + 2) / 5) + day - 1 - epochFromMarch0;
}

/** Year, month and day of month of a day. */
export function dayParts(day: Day): DayParts {
  const shifted = day + epochFromMarch0;
  const era = Math.floor(shifted / daysIn400Years);
  const dayOfEra = shifted - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** ISO weekday: 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** How many days the month has, 28…31. */
export function daysInMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1);
}

/** The same day of the month `months` later (earlier when negative); the 31st clamps to the last. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day);
  const month = parts.month + months;
  return dayFrom(parts.year, month, Math.min(parts.day, daysInMonth(parts.year, month)));
}

/** The same date `years` later (earlier when negative); February 29 clamps to the 28th. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/**
 * Completed years from birth to a day: the largest n for which `addYears(birth, n)` is not after
 * it, so ages and birthdays can never disagree. Who was born on February 29 completes a year on
 * February 28 of a common year. Negative before birth.
 */
export function yearsBetween(birth: Day, on: Day): number {
  const years = dayParts(on).year - dayParts(birth).year;
  return addYears(birth, years) <= on ? years : years - 1;
}

/** `YYYY-MM-DD` of a day that exists, years 0000…9999; anything else is undefined. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayFrom(year, month, day);
}

/** `YYYY-MM-DD`; years outside 0000…9999 have a sign and six digits, as ISO 8601 extends them. */
export function formatDay(day: Day): string {
  const parts = dayParts(day);
  const year =
    parts.year >= 0 && parts.year <= 9999
      ? padded(parts.year, 4)
      : `${parts.year < 0 ? "-" : "+"}${padded(Math.abs(parts.year), 6)}`;
  return `${year}-${padded(parts.month, 2)}-${padded(parts.day, 2)}`;
}

/** Minutes after midnight of a wall clock, `00:00`…`24:00`; anything else is undefined. */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  const total = hour * 60 + minute;
  return minute < 60 && total <= 1440 ? total : undefined;
}

/** `HH:MM` of a minute of the day. */
export function formatClock(minuteOfDay: number): string {
  return `${padded(Math.floor(minuteOfDay / 60), 2)}:${padded(minuteOfDay % 60, 2)}`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
