import { describe, expect, it } from "vitest";
import { isFederalHoliday } from "#domain/contact/holidays";
import { dayFrom, formatDay, parseDay, weekdayOf } from "#domain/time";

/** Days on which federal offices close, as the Office of Personnel Management lists them. */
const observed: Readonly<Record<number, readonly string[]>> = {
  2021: [
    "01-01",
    "01-18",
    "02-15",
    "05-31",
    "06-18",
    "07-05",
    "09-06",
    "10-11",
    "11-11",
    "11-25",
    "12-24",
    "12-31",
  ],
  2022: ["01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24", "12-26"],
  2026: [
    "01-01",
    "01-19",
    "02-16",
    "05-25",
    "06-19",
    "07-03",
    "09-07",
    "10-12",
    "11-11",
    "11-26",
    "12-25",
  ],
  2027: [
    "01-01",
    "01-18",
    "02-15",
    "05-31",
    "06-18",
    "07-05",
    "09-06",
    "10-11",
    "11-11",
    "11-25",
    "12-24",
    "12-31",
  ],
};

describe("federal holidays", () => {
  it.each(Object.entries(observed))("of %s are kept on the days observed", (year, dates) => {
    const kept: string[] = [];
    const end = dayFrom(Number(year) + 1, 1, 1);
    for (let day = dayFrom(Number(year), 1, 1); day < end; day++) {
      if (isFederalHoliday(day)) kept.push(formatDay(day).slice(5));
    }
    expect(kept).toEqual(dates);
  });

  it("number eleven in every year, counted by the year of the holiday itself", () => {
    const shifted = (year: number) => (weekdayOf(dayFrom(year, 1, 1)) === 6 ? 1 : 0);
    for (let year = 2021; year < 2121; year++) {
      let kept = 0;
      for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day++) {
        if (isFederalHoliday(day)) kept++;
      }
      expect(kept + shifted(year) - shifted(year + 1)).toBe(11);
    }
  });

  it.each(["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"])(
    "are not an ordinary working day such as %s",
    (day) => {
      expect(isFederalHoliday(parseDay(day) as number)).toBe(false);
    },
  );

  it("never fall on a weekend", () => {
    expect(isFederalHoliday(parseDay("2026-07-04") as number)).toBe(false);
    expect(isFederalHoliday(parseDay("2027-12-25") as number)).toBe(false);
  });
});
