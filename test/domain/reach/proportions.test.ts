import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, wilson } from "#domain/reach/proportions";

const anyShare = fc
  .integer({ min: 1, max: 5_000 })
  .chain((people) => fc.nat(people).map((met) => ({ met, people })));

describe("a share with its interval", () => {
  it("is Wilson's, as Newcombe prints it for 81 of 263", () => {
    // R. G. Newcombe, Stat. Med. 1998;17:857–872, table I, method 3.
    const { low, high } = wilson({ met: 81, people: 263 });
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it("stays a share where nobody or everybody met it", () => {
    expect(wilson({ met: 0, people: 20 })).toMatchObject({ low: 0 });
    expect(wilson({ met: 0, people: 20 }).high).toBeCloseTo(0.1611, 4);
    expect(wilson({ met: 1, people: 29 }).low).toBeCloseTo(0.0061, 4);
  });
});

describe("the difference of two shares", () => {
  // R. G. Newcombe, Stat. Med. 1998;17:873–890, table II, method 10.
  it.each([
    [{ met: 56, people: 70 }, { met: 48, people: 80 }, 0.0524, 0.3339],
    [{ met: 9, people: 10 }, { met: 3, people: 10 }, 0.1705, 0.809],
    [{ met: 5, people: 56 }, { met: 0, people: 29 }, -0.0381, 0.1926],
    [{ met: 10, people: 10 }, { met: 0, people: 10 }, 0.6075, 1],
  ])("of %o and %o is as published", (first, second, low, high) => {
    const found = difference(first, second);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("lies in its interval, and the interval between −1 and 1", () => {
    fc.assert(
      fc.property(anyShare, anyShare, (first, second) => {
        const { of, low, high } = difference(first, second);
        expect(low).toBeLessThanOrEqual(of);
        expect(high).toBeGreaterThanOrEqual(of);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(high).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("is the same the other way round, with its sign turned", () => {
    fc.assert(
      fc.property(anyShare, anyShare, (first, second) => {
        const [one, other] = [difference(first, second), difference(second, first)];
        expect(one.of).toBeCloseTo(-other.of, 12);
        expect(one.low).toBeCloseTo(-other.high, 12);
      }),
    );
  });

  it("gets narrower with more people", () => {
    const width = (times: number) => {
      const { low, high } = difference(
        { met: 40 * times, people: 100 * times },
        { met: 30 * times, people: 100 * times },
      );
      return high - low;
    };
    expect(width(100)).toBeLessThan(width(10));
    expect(width(10)).toBeLessThan(width(1));
  });
});
