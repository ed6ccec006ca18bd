import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotsBetween, slotsOfRelease } from "#domain/pace/slots";
import { monday } from "#support/a-record";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const anyPace = fc.oneof(
  fc.constantFrom(1, 3, 100),
  fc.double({ min: 0.1, max: 300, noNaN: true }),
);
const anyMoment = fc.integer({ min: monday, max: monday + 366 * 24 * hour });

/** The most messages in any second that begins with one of them. */
function mostInOneSecond(slots: readonly number[]): number {
  let most = 0;
  let first = 0;
  slots.forEach((at, index) => {
    while ((slots[first] ?? at) <= at - second) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

describe("the moments at which messages may go", () => {
  it("are never more in any second than the provider takes", () => {
    fc.assert(
      fc.property(anyMoment, anyPace, (from, perSecond) => {
        const slots = slotsBetween(from, from + minute, { perSecond });
        expect(mostInOneSecond(slots)).toBeLessThanOrEqual(Math.ceil(perSecond));
      }),
    );
  });

  it.each([1, 3, 100])("leave little of a provider's %i a second unused", (perSecond) => {
    const slots = slotsBetween(monday, monday + hour, { perSecond });
    expect(slots.length / 3_600 / perSecond).toBeGreaterThanOrEqual(0.97);
  });

  it("are the same for whoever asks, and no two spans share one", () => {
    fc.assert(
      fc.property(anyMoment, fc.nat(minute), fc.nat(minute), anyPace, (from, a, b, perSecond) => {
        const between = (start: number, end: number) => slotsBetween(start, end, { perSecond });
        expect([...between(from, from + a), ...between(from + a, from + a + b)]).toEqual(
          between(from, from + a + b),
        );
      }),
    );
  });
});

describe("the moments that one release gives away", () => {
  const pace = { perSecond: 3 };

  it("follow those of the minute before without a gap, however late each runs", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3 * second), { minLength: 1, maxLength: 10 }), (lates) => {
        const given = lates.flatMap(
          (late, index) => slotsOfRelease(monday + index * minute + late, pace).slots,
        );
        const from = monday + 6 * second;
        expect(given).toEqual(slotsBetween(from, from + lates.length * minute, pace));
      }),
    );
  });

  it("are those that are left when it runs late in its minute", () => {
    const { slots: onTime } = slotsOfRelease(monday, pace);
    const { slots: late } = slotsOfRelease(monday + 40 * second, pace);
    expect(late).toEqual(onTime.slice(-late.length));
    expect(late.length).toBeLessThan(onTime.length / 2);
  });

  it("leave alone those that the one before gave away and that are still to come", () => {
    expect(slotsOfRelease(monday, pace).given).toBe(
      slotsBetween(monday, monday + 6 * second, pace).length,
    );
  });

  it("begin late enough for a queue and a worker to be ready", () => {
    expect(slotsOfRelease(monday, pace).slots[0]).toBeGreaterThanOrEqual(monday + 3 * second);
  });
});
