import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mondayOf, weekOf, weeksBetween } from "#domain/reach/week";
import { parseDay } from "#domain/time";

function weekOfText(text: string): string {
  return weekOf(parseDay(text) ?? Number.NaN);
}

describe("weeks", () => {
  it("begin on Monday", () => {
    expect(weekOfText("2026-11-22")).toBe("2026-W47");
    expect(weekOfText("2026-11-23")).toBe("2026-W48");
  });

  it("belong to the year of their Thursday", () => {
    expect(weekOfText("2026-12-31")).toBe("2026-W53");
    expect(weekOfText("2027-01-03")).toBe("2026-W53");
    expect(weekOfText("2024-12-30")).toBe("2025-W01");
    expect(weekOfText("2023-01-01")).toBe("2022-W52");
  });

  it("are told by their Monday, and by any of their days", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.nat(6), (any, more) => {
        const monday = mondayOf(weekOf(any)) ?? Number.NaN;
        expect(any - monday).toBeGreaterThanOrEqual(0);
        expect(any - monday).toBeLessThan(7);
        expect(weekOf(monday + more)).toBe(weekOf(any));
      }),
    );
  });

  it("come in the order of their texts", () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(60_000), (a, b) => {
        if (weekOf(a) < weekOf(b)) expect(a).toBeLessThan(b);
      }),
    );
  });

  it("between two weeks are all of them, once", () => {
    expect(weeksBetween("2026-W52", "2027-W02")).toEqual([
      "2026-W52",
      "2026-W53",
      "2027-W01",
      "2027-W02",
    ]);
    expect(weeksBetween("2027-W02", "2026-W52")).toEqual([]);
  });

  it("that no year has are none", () => {
    expect(mondayOf("2027-W53")).toBeUndefined();
    expect(mondayOf("2027-W00")).toBeUndefined();
    expect(mondayOf("next week")).toBeUndefined();
  });
});
