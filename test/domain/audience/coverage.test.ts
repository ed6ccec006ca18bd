import { describe, expect, it } from "vitest";
import {
  coverage,
  daysAllowed,
  type Fill,
  isMeasurable,
  usedFills,
} from "#domain/audience/coverage";
import { formatDay } from "#domain/time";
import { day } from "#support/subject";

const filled = (on: string, days: number, ...ingredients: readonly string[]): Fill => ({
  day: day(on),
  days,
  ingredients,
});

const year = (number: number) => ({
  from: day(`${number}-01-01`),
  through: day(`${number}-12-31`),
});

const usedOn = (fills: readonly Fill[]) =>
  usedFills(fills).map(({ from, through }) => `${formatDay(from)}…${formatDay(through)}`);

describe("coverage of a class of medicines", () => {
  it("counts one drug after another (V1)", () => {
    const fills = [filled("2018-01-01", 90, "metformin"), filled("2018-04-01", 90, "glipizide")];
    expect(usedOn(fills)).toEqual(["2018-01-01…2018-03-31", "2018-04-01…2018-06-29"]);
    expect(coverage(fills, year(2018))).toMatchObject({ days: 365, coveredDays: 180 });
    expect(coverage(fills, year(2018))?.pdc).toBeCloseTo(0.4932, 4);
  });

  it("counts two drugs of one day once, and finds too few dates to measure (V2)", () => {
    const fills = [filled("2018-01-01", 90, "metformin"), filled("2018-01-01", 90, "glipizide")];
    expect(usedOn(fills)).toEqual(["2018-01-01…2018-03-31", "2018-01-01…2018-03-31"]);
    const found = coverage(fills, year(2018));
    expect(found).toMatchObject({ days: 365, coveredDays: 90, fillDates: 1 });
    expect(found?.pdc).toBeCloseTo(0.2466, 4);
    expect(found && isMeasurable(found)).toBe(false);
  });

  it("uses an early refill after the supply in hand, from the first fill on (V3)", () => {
    const fills = ["2018-03-25", "2018-07-05", "2018-09-25"].map((on) =>
      filled(on, 90, "metformin"),
    );
    expect(usedOn(fills)).toEqual([
      "2018-03-25…2018-06-22",
      "2018-07-05…2018-10-02",
      "2018-10-03…2018-12-31",
    ]);
    expect(coverage(fills, year(2018))).toMatchObject({ days: 282, coveredDays: 270 });
    expect(coverage(fills, year(2018))?.pdc).toBeCloseTo(0.9574, 4);
  });

  it("cuts off the supply that outlasts the period (V4)", () => {
    const fills = ["2018-01-01", "2018-03-25", "2018-07-05", "2018-10-15"].map((on) =>
      filled(on, 90, "metformin"),
    );
    expect(usedOn(fills)[1]).toBe("2018-04-01…2018-06-29");
    expect(coverage(fills, year(2018))).toMatchObject({
      days: 365,
      coveredDays: 348,
      runOut: day("2019-01-13"),
      daysLate: 0,
    });
  });

  it("finds a treatment of 89 days too short to measure (V5)", () => {
    const fills = [filled("2018-10-04", 30, "metformin"), filled("2018-11-01", 30, "metformin")];
    expect(usedOn(fills)).toEqual(["2018-10-04…2018-11-02", "2018-11-03…2018-12-02"]);
    const found = coverage(fills, year(2018));
    expect(found?.days).toBe(89);
    expect(found && isMeasurable(found)).toBe(false);
  });

  it("lets a combination wait for each of its ingredients, and each wait for it (V6)", () => {
    const fills = [
      filled("2018-01-01", 90, "metformin"),
      filled("2018-03-20", 90, "metformin", "glipizide"),
      filled("2018-05-01", 30, "glipizide"),
    ];
    expect(usedOn(fills).slice(1)).toEqual(["2018-04-01…2018-06-29", "2018-06-30…2018-07-29"]);
    expect(coverage(fills, year(2018))).toMatchObject({ days: 365, coveredDays: 210 });
  });

  it("does not shift one drug for another (V7)", () => {
    const fills = [
      filled("2018-01-01", 30, "lisinopril"),
      filled("2018-01-20", 30, "losartan"),
      filled("2018-02-15", 30, "lisinopril"),
    ];
    expect(coverage(fills, year(2018))).toMatchObject({ days: 365, coveredDays: 75 });
  });

  it("tells how many days may go uncovered (V8)", () => {
    const fills = ["2026-01-10", "2026-04-15", "2026-07-25"].map((on) =>
      filled(on, 90, "atorvastatin"),
    );
    const found = coverage(fills, year(2026));
    expect(found).toMatchObject({ days: 356, coveredDays: 270 });
    expect(found?.pdc).toBeCloseTo(0.7584, 4);
    expect(daysAllowed(356)).toBe(71);
  });

  it.each([
    ["2026-10-01", 92, true],
    ["2026-10-02", 91, true],
    ["2026-10-03", 90, false],
  ])("first filled on %s the treatment lasts %i days", (on, length, measurable) => {
    const found = coverage([filled(on, 10, "x"), filled("2026-11-20", 10, "x")], year(2026));
    expect(found?.days).toBe(length);
    expect(found && isMeasurable(found)).toBe(measurable);
  });

  it("loses what overlaps when fills are joined instead of shifted", () => {
    const fills = [filled("2025-01-01", 30, "x"), filled("2025-01-15", 30, "x")];
    expect(coverage(fills, year(2025))?.coveredDays).toBe(60);
    expect(coverage(fills, { ...year(2025), overlap: "union" })?.coveredDays).toBe(44);
  });

  it("uses two fills of the same day one after the other, or joins them", () => {
    const fills = [filled("2025-01-01", 30, "x"), filled("2025-01-01", 30, "x")];
    expect(coverage(fills, year(2025))?.coveredDays).toBe(60);
    expect(coverage(fills, { ...year(2025), overlap: "union" })?.coveredDays).toBe(30);
  });

  it("takes two fills of one day for one that was reported twice, when told so", () => {
    const fills = [filled("2025-01-01", 30, "x"), filled("2025-01-01", 90, "x")];
    const longest = coverage(fills, { ...year(2025), sameDay: "max" });
    expect(longest).toMatchObject({ coveredDays: 90, fillDates: 1 });
    expect(coverage(fills, year(2025))?.coveredDays).toBe(120);
    const other = [...fills, filled("2025-01-01", 100, "y")];
    expect(coverage(other, { ...year(2025), sameDay: "max" })?.coveredDays).toBe(100);
  });

  it("does not depend on the order in which fills are told", () => {
    const one = [filled("2025-01-01", 30, "x"), filled("2025-01-01", 30, "x", "y")];
    const later = filled("2025-02-10", 30, "y");
    expect(usedOn([...one, later])).toEqual(usedOn([later, ...one.toReversed()]));
  });

  it("takes no supply over from before the period unless asked to", () => {
    const fills = [filled("2024-12-20", 30, "x"), filled("2025-02-01", 30, "x")];
    expect(coverage(fills, year(2025))).toMatchObject({
      from: day("2025-02-01"),
      coveredDays: 30,
      fillDates: 1,
    });
    expect(coverage(fills, { ...year(2025), carryIn: true })).toMatchObject({
      from: day("2025-01-01"),
      coveredDays: 48,
      fillDates: 1,
    });
  });

  it("has nothing to say without a fill in the period", () => {
    expect(coverage([], year(2025))).toBeUndefined();
    expect(coverage([filled("2024-01-01", 30, "x")], year(2025))).toBeUndefined();
    expect(coverage([filled("2026-01-01", 30, "x")], year(2025))).toBeUndefined();
  });

  it("is one day late on the second day without supply", () => {
    const fills = [filled("2026-03-02", 30, "x")];
    const until = (through: string) =>
      coverage(fills, { from: day("2026-01-01"), through: day(through) });
    expect(until("2026-03-31")).toMatchObject({ runOut: day("2026-04-01"), daysLate: 0 });
    expect(until("2026-04-01")).toMatchObject({ daysLate: 0 });
    expect(until("2026-04-02")).toMatchObject({ daysLate: 1 });
  });
});
