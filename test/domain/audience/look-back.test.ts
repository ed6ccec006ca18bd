import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstDayOf,
  type LookBack,
  lastDayWithin,
  parseLookBack,
} from "#domain/audience/look-back";
import { dayFrom, formatDay } from "#domain/time";
import { day } from "#support/subject";

const lookBacks = fc.record({
  unit: fc.constantFrom("days" as const, "months" as const, "calendar-years" as const),
  count: fc.integer({ min: 1, max: 130 }),
});
const someDays = fc.integer({ min: dayFrom(1990, 1, 1), max: dayFrom(2060, 12, 31) });

const first = (text: string, on: string) =>
  formatDay(firstDayOf(parseLookBack(text) as LookBack, day(on)));

describe("looking back", () => {
  it("takes a span that ends with the day asked about", () => {
    expect(first("27 months", "2026-12-31")).toBe("2024-10-01");
    expect(first("1 day", "2026-12-31")).toBe("2026-12-31");
    expect(first("2 weeks", "2026-12-31")).toBe("2026-12-18");
    expect(first("10 years", "2026-12-31")).toBe("2017-01-01");
    expect(first("1 calendar year", "2026-06-15")).toBe("2026-01-01");
    expect(first("2 calendar years", "2026-06-15")).toBe("2025-01-01");
  });

  it("knows the leap day", () => {
    expect(first("1 year", "2024-02-29")).toBe("2023-03-01");
    expect(first("1 year", "2025-02-28")).toBe("2024-02-29");
    expect(first("1 month", "2024-03-31")).toBe("2024-03-01");
  });

  it("never looks from further back on a later day", () => {
    fc.assert(
      fc.property(lookBacks, someDays, (lookBack, on) => {
        expect(firstDayOf(lookBack, on + 1)).toBeGreaterThanOrEqual(firstDayOf(lookBack, on));
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the last day on which something is still within reach", () => {
    fc.assert(
      fc.property(lookBacks, someDays, (lookBack, on) => {
        const last = lastDayWithin(lookBack, on);
        expect(firstDayOf(lookBack, last)).toBeLessThanOrEqual(on);
        expect(firstDayOf(lookBack, last + 1)).toBeGreaterThan(on);
      }),
      { numRuns: 2_000 },
    );
  });
});
