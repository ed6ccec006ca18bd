import { describe, expect, it } from "vitest";
import {
  coverage,
  coveredBy,
  daysAllowed,
  daysLate,
  type Fill,
  runOutOf,
  usedFills,
} from "#domain/audience/coverage";
import { daysLeftOf, daysLeftState } from "#domain/audience/days-left";
import { apartFromStays } from "#domain/audience/stays";
import { formatDay } from "#domain/time";
import { day } from "#support/subject";

/** Worked cases that others published, so that our counting is not only our own. */

const fillsOf = (...given: readonly (readonly [string, number, string?])[]): readonly Fill[] =>
  given.map(([on, days, drug = "x"]) => ({ day: day(on), days, ingredients: [drug] }));

const year = (number: number) => ({
  from: day(`${number}-01-01`),
  through: day(`${number}-12-31`),
});

describe("coverage by the shift rule, as published for blood pressure medicines", () => {
  const [l, o] = ["lisinopril", "losartan"];
  it.each([
    [
      "one drug refilled early and late",
      [
        ["01-01", l],
        ["03-25", l],
        ["07-05", l],
        ["09-25", l],
      ],
      365,
      360,
    ],
    [
      "a switch of drugs",
      [
        ["01-01", l],
        ["03-25", o],
        ["07-05", o],
        ["09-25", o],
      ],
      365,
      353,
    ],
    [
      "a refill left out",
      [
        ["01-01", l],
        ["03-25", l],
        ["09-25", l],
      ],
      365,
      270,
    ],
    [
      "two drugs at once",
      [
        ["01-02", l],
        ["03-25", l],
        ["03-25", o],
        ["07-05", o],
        ["09-25", o],
      ],
      364,
      360,
    ],
  ] as const)("%s", (_, given, treatmentDays, coveredDays) => {
    const fills = fillsOf(...given.map(([on, drug]) => [`2022-${on}`, 90, drug] as const));
    const found = coverage(fills, year(2022));
    expect(found).toMatchObject({ days: treatmentDays, coveredDays });
    expect(found?.pdc).toBe(coveredDays / treatmentDays);
  });
});

describe("when each fill is used", () => {
  const used = (...given: readonly (readonly [string, number])[]) =>
    usedFills(fillsOf(...given)).map(({ from }) => formatDay(from).slice(5));

  it.each([
    [
      ["01-01", "01-15", "02-01"],
      ["01-01", "01-15", "02-01"],
    ],
    [
      ["01-01", "01-10", "01-25"],
      ["01-01", "01-11", "01-25"],
    ],
    [
      ["01-01", "01-10", "01-15", "02-20"],
      ["01-01", "01-11", "01-21", "02-20"],
    ],
  ])("ten days each, filled on %j", (filled, from) => {
    expect(used(...filled.map((on) => [`2024-${on}`, 10] as const))).toEqual(from);
  });

  it("months of 30 and of 60 days, filled too early and too late", () => {
    const dates = ["01-01", "01-31", "03-01", "05-30", "06-29", "07-29", "08-28", "09-27"];
    const days = [30, 30, 30, 60, 60, 30, 30, 30];
    const fills = dates.map((on, i) => [`2020-${on}`, days[i] ?? 0] as const);
    expect(used(...fills)).toEqual([
      ...["01-01", "01-31", "03-01", "05-30"],
      ...["07-29", "09-27", "10-27", "11-26"],
    ]);
    const others = [
      ["01-01", 60],
      ["01-31", 60],
      ["03-01", 60],
      ["05-30", 30],
      ["08-28", 60],
      ["09-27", 30],
    ] as const;
    expect(used(...others.map(([on, n]) => [`2020-${on}`, n] as const))).toEqual([
      ...["01-01", "03-01", "04-30", "06-29", "08-28", "10-27"],
    ]);
  });
});

describe("coverage without a shift", () => {
  it.each([
    [
      "a gap",
      [
        ["2025-01-01", 30],
        ["2025-02-01", 28],
      ],
      58,
      58,
    ],
    [
      "an overlap",
      [
        ["2025-01-01", 30],
        ["2025-01-15", 30],
      ],
      44,
      60,
    ],
    [
      "one inside the other",
      [
        ["2025-01-01", 60],
        ["2025-01-15", 15],
      ],
      60,
      75,
    ],
    [
      "several overlaps",
      [
        ["2025-01-01", 30],
        ["2025-01-15", 30],
        ["2025-02-01", 30],
        ["2025-02-20", 30],
        ["2025-03-15", 30],
      ],
      103,
      150,
    ],
    ["past the end of the year", [["2025-12-01", 90]], 31, 31],
    ["nothing", [], undefined, undefined],
    [
      "two of one day",
      [
        ["2025-01-01", 30],
        ["2025-01-01", 30],
      ],
      30,
      60,
    ],
    [
      "out of order",
      [
        ["2025-02-01", 28],
        ["2025-01-01", 30],
      ],
      58,
      58,
    ],
  ] as const)("%s", (_, given, joined, shifted) => {
    const fills = fillsOf(...given);
    expect(coverage(fills, { ...year(2025), overlap: "union" })?.coveredDays).toBe(joined);
    expect(coverage(fills, year(2025))?.coveredDays).toBe(shifted);
  });
});

describe("days that may still be missed", () => {
  it.each([
    [300, 250, 60, 10],
    [365, 292, 73, 0],
    [100, 80, 20, 0],
    [365, 305, 73, 13],
    [365, 265, 73, -27],
    [365, 365, 73, 73],
    [365, 0, 73, -292],
    [30, 24, 6, 0],
  ])("of %i days with %i covered", (days, coveredDays, allowed, left) => {
    expect(daysAllowed(days)).toBe(allowed);
    expect(daysLeftOf({ days, coveredDays })).toBe(left);
  });

  it.each([
    [-1, "impossible"],
    [0, "critical"],
    [5, "critical"],
    [6, "high"],
    [15, "high"],
    [16, "medium"],
    [30, "medium"],
    [31, "low"],
  ])("%i left is %s", (left, state) => {
    expect(daysLeftState(left)).toBe(state);
  });
});

describe("the run-out", () => {
  it.each([
    ["2025-12-15", 30, "2025-12-25", 20],
    ["2025-12-01", 15, "2025-12-25", -9],
    ["2025-12-01", 24, "2025-12-25", 0],
    ["2025-10-01", 90, "2025-12-01", 29],
  ])("of a fill on %s for %i days, seen on %s, is %i days away", (on, days, today, away) => {
    const runOut = runOutOf(coveredBy(fillsOf([on, days]))) ?? 0;
    expect(runOut - day(today)).toBe(away);
    expect(daysLate(runOut, day(today))).toBe(Math.max(0, -away));
  });

  it.each([
    ["2025-01-15", 351],
    ["2025-01-01", 365],
    ["2025-12-01", 31],
    ["2024-01-01", 366],
  ])("a treatment that begins on %s lasts %i days to the end of its year", (on, days) => {
    expect(coverage(fillsOf([on, 1]), year(Number(on.slice(0, 4))))?.days).toBe(days);
  });
});

describe("days in a facility", () => {
  const span = (from: number, through: number) => ({ from, through });
  const period = span(1, 15);
  const counted = (
    covered: readonly { from: number; through: number }[],
    stay: { from: number; through: number },
  ) => {
    const found = apartFromStays(covered, [stay], period);
    const length = (set: readonly { from: number; through: number }[]) =>
      set.reduce((sum, each) => sum + each.through - each.from + 1, 0);
    return `${length(found.covered)}/${length(found.days)}`;
  };

  it("leave the account, and what was not used then is used afterwards", () => {
    expect(counted([span(1, 8), span(12, 15)], span(5, 6))).toBe("12/13");
  });

  it("lose what finds no uncovered day before the end", () => {
    expect(counted([span(1, 7), span(12, 15)], span(12, 13))).toBe("9/13");
    expect(counted([span(1, 3), span(6, 9), span(12, 15)], span(6, 9))).toBe("9/11");
  });

  it("change nothing unless the question asks for it", () => {
    const fills = fillsOf(["2025-01-01", 30]);
    const asked = { from: day("2025-01-01"), through: day("2025-02-09") };
    const stays = [{ from: day("2025-01-11"), through: day("2025-01-15") }];
    expect(coverage(fills, asked)).toMatchObject({ days: 40, coveredDays: 30 });
    expect(coverage(fills, { ...asked, stays })).toMatchObject({ days: 35, coveredDays: 30 });
  });
});
