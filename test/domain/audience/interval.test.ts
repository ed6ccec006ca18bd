import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  clip,
  complement,
  days,
  type Intervals,
  includes,
  intersect,
  lengthOf,
  never,
  union,
} from "#domain/audience/interval";

const horizon = { from: 0, through: 60 };

const sets: fc.Arbitrary<Intervals> = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 65 }), fc.integer({ min: -1, max: 12 })), {
    maxLength: 6,
  })
  .map((spans) =>
    clip(union(spans.map(([from, length]) => ({ from, through: from + length }))), horizon),
  );

const all = Array.from({ length: 61 }, (_, day) => day);
const membersOf = (set: Intervals) => all.filter((day) => includes(set, day));

describe("sets of days", () => {
  it("joins days that overlap or touch, in whatever order they come", () => {
    expect(union(days(5, 9), days(1, 4), days(12, 12))).toEqual([
      { from: 1, through: 9 },
      { from: 12, through: 12 },
    ]);
  });

  it("drops an interval that ends before it begins", () => {
    expect(union([{ from: 3, through: 2 }])).toEqual([]);
    expect(days(3, 2)).toBe(never);
  });

  it("has nothing outside of always, and everything outside of never", () => {
    expect(complement(always)).toEqual(never);
    expect(complement(never)).toEqual(always);
  });

  it("keeps open ends open", () => {
    expect(complement(days(Number.NEGATIVE_INFINITY, 5))).toEqual(days(6, Infinity));
    expect(complement(days(6, Infinity))).toEqual(days(Number.NEGATIVE_INFINITY, 5));
    expect(lengthOf(days(6, Infinity))).toBe(Infinity);
  });

  it("is sorted and leaves a day between two intervals, whatever is done", () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        for (const set of [a, union(a, b), intersect(a, b), complement(a, horizon)]) {
          set.forEach(({ from, through }, i) => {
            expect(from).toBeLessThanOrEqual(through);
            const next = set[i + 1];
            if (next !== undefined) expect(next.from).toBeGreaterThan(through + 1);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("obeys the laws of sets", () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        const not = (set: Intervals) => complement(set, horizon);
        expect(not(not(a))).toEqual(a);
        expect(not(union(a, b))).toEqual(intersect(not(a), not(b)));
        expect(not(intersect(a, b))).toEqual(union(not(a), not(b)));
        expect(union(a, b)).toEqual(union(b, a));
        expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)));
        expect(union(a, a)).toEqual(a);
        expect(intersect(a, not(a))).toEqual([]);
        expect(union(a, not(a))).toEqual([horizon]);
        expect(lengthOf(a) + lengthOf(not(a))).toBe(61);
      }),
      { numRuns: 300 },
    );
  });

  it("holds just the days that counting by day finds", () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const inA = new Set(membersOf(a));
        const inB = new Set(membersOf(b));
        expect(membersOf(union(a, b))).toEqual(all.filter((d) => inA.has(d) || inB.has(d)));
        expect(membersOf(intersect(a, b))).toEqual(all.filter((d) => inA.has(d) && inB.has(d)));
        expect(membersOf(complement(a, horizon))).toEqual(all.filter((d) => !inA.has(d)));
      }),
      { numRuns: 200 },
    );
  });
});
