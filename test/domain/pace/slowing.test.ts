import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Slowing, shareAt, slowDown } from "#domain/pace/slowing";

const minute = 60_000;
const moments = fc.array(fc.nat(240 * minute), { minLength: 1, maxLength: 60 });

/** What a lane came to that was throttled at these moments. */
function slowingsAt(times: readonly number[]): readonly Slowing[] {
  const slowings: Slowing[] = [];
  for (const at of times.toSorted((a, b) => a - b)) {
    const next = slowDown(slowings.at(-1), at);
    if (next) slowings.push(next);
  }
  return slowings;
}

describe("a lane that its provider throttles", () => {
  it("goes at its whole pace while nobody throttles it", () => {
    expect(shareAt(undefined, 0)).toBe(1);
  });

  it("slows by a fifth, once for all throttles that tell of the pace before", () => {
    const slowings = slowingsAt([0, 10, 60_000, 89_999]);
    expect(slowings).toEqual([{ at: 0, share: 0.8 }]);
  });

  it("gains a hundredth of its pace each minute, to its whole pace and no further", () => {
    const slowing = { at: 0, share: 0.8 };
    expect(shareAt(slowing, 5 * minute)).toBeCloseTo(0.85);
    expect(shareAt(slowing, 20 * minute)).toBe(1);
    expect(shareAt(slowing, 500 * minute)).toBe(1);
  });

  it("never stands still and never goes faster than its pace, whenever it is throttled", () => {
    fc.assert(
      fc.property(moments, fc.nat(300 * minute), (times, now) => {
        for (const slowing of slowingsAt(times)) {
          expect(slowing.share).toBeGreaterThanOrEqual(0.05);
          expect(shareAt(slowing, now)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("is slower right after a throttle than right before, unless it is at its slowest", () => {
    fc.assert(
      fc.property(moments, (times) => {
        const slowings = slowingsAt(times);
        for (const [index, slowing] of slowings.entries()) {
          const before = shareAt(slowings[index - 1], slowing.at);
          if (before > 0.07) expect(slowing.share).toBeLessThan(before);
        }
      }),
    );
  });
});
