import type { Day } from "../time.ts";
import { addMonths, dayFrom, dayParts } from "../time.ts";

/**
 * How far back a rule looks. `27 months` is the 27 months that end with the day asked about:
 * asked on 2026-12-31 it begins with 2024-10-01. `1 day` is the day itself. `2 calendar years`
 * are that day's year and the one before, whatever the day; `this year` is that day's year alone,
 * and `first 6 months of this year` its January to June, looked back at until its end.
 */
export interface LookBack {
  readonly unit: "days" | "months" | "calendar-years" | "first-months";
  readonly count: number;
}

const shape = /^(\d{1,4}) (day|week|month|year|calendar year)s?$/;
const partOfYear = /^first ([1-9]|1[01]) months? of this year$/;

/** As written in a campaign file; `undefined` when it is not a span that can be looked back. */
export function parseLookBack(text: string): LookBack | undefined {
  if (text === "this year") return { unit: "calendar-years", count: 1 };
  const [, months] = partOfYear.exec(text) ?? [];
  if (months !== undefined) return { unit: "first-months", count: Number(months) };
  const [, digits, unit] = shape.exec(text) ?? [];
  const count = Number(digits);
  if (!(count > 0)) return undefined;
  switch (unit) {
    case "day":
      return { unit: "days", count };
    case "week":
      return { unit: "days", count: 7 * count };
    case "month":
      return { unit: "months", count };
    case "year":
      return { unit: "months", count: 12 * count };
    default:
      return { unit: "calendar-years", count };
  }
}

/** The first day of the look-back that ends with `on`. Never decreases as `on` grows. */
export function firstDayOf(lookBack: LookBack, on: Day): Day {
  switch (lookBack.unit) {
    case "days":
      return on - lookBack.count + 1;
    case "months":
      return addMonths(on, -lookBack.count) + 1;
    case "calendar-years":
      return dayFrom(dayParts(on).year - lookBack.count + 1, 1, 1);
    case "first-months":
      return dayFrom(dayParts(on).year, 1, 1);
  }
}

/** The first day whose look-back holds something that lasts from `day` on. */
export function firstDayWithin(lookBack: LookBack | undefined, day: Day): Day {
  if (lookBack?.unit !== "first-months") return day;
  const { year, month } = dayParts(day);
  return month <= lookBack.count ? day : dayFrom(year + 1, 1, 1);
}

/**
 * The last day whose look-back still holds something that happened on `day`. Of `first-months` it
 * is asked only about days that `firstDayWithin` lets in.
 */
export function lastDayWithin(lookBack: LookBack, day: Day): Day {
  switch (lookBack.unit) {
    case "days":
      return day + lookBack.count - 1;
    case "months": {
      // Months differ in length, so the inverse is found, not computed: at most 3 days away.
      let last = addMonths(day, lookBack.count) - 1;
      while (firstDayOf(lookBack, last + 1) <= day) last += 1;
      return last;
    }
    case "calendar-years":
      return dayFrom(dayParts(day).year + lookBack.count, 1, 1) - 1;
    case "first-months":
      return dayFrom(dayParts(day).year, 12, 31);
  }
}
