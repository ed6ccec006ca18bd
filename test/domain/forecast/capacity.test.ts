import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { lastStart } from "#domain/contact/start";
import { capacityOf } from "#domain/forecast/capacity";
import type { MadeTouch } from "#domain/forecast/made-touch";
import { hourMs, minuteMs } from "#domain/time";
import { at } from "#support/a-record";

const newYork = { zones: ["America/New_York"], windows: [defaultPolicy.window] };
const monday = at("2026-11-30T10:00:00-05:00");

function text(when: number, overrides: Partial<MadeTouch> = {}): MadeTouch {
  return {
    at: when,
    channel: "sms",
    language: "en",
    units: 1,
    isNotice: false,
    notAfter: when + 48 * hourMs,
    openUntil: lastStart(when, "sms", newYork) ?? when,
    hours: newYork,
    ...overrides,
  };
}

/** How many of them a lane of this pace, in messages a second, cannot make in time. */
function lateAt(perSecond: number, touches: readonly MadeTouch[]) {
  const [lane] = capacityOf(touches, { sms: { perSecond } }, "America/New_York");
  return lane;
}

const many = (count: number, overrides: Partial<MadeTouch> = {}) =>
  Array.from({ length: count }, () => text(monday, overrides));

describe("a lane that has a pace", () => {
  it("makes a hundred texts of one moment one after the other", () => {
    const lane = lateAt(1, many(100));
    expect(lane?.late).toBe(0);
    // The last waits for 99 before it, each a little over a second.
    expect(lane?.days[0]).toMatchObject({ touches: 100, units: 100, late: 0 });
    expect(lane?.days[0]?.longestWaitMs).toBe(Math.round((99 * 1_000) / 0.98));
  });

  it("takes twice as long for texts of two parts", () => {
    const waits = (units: number) => lateAt(1, many(50, { units }))?.days[0]?.longestWaitMs ?? 0;
    expect(waits(2) / waits(1)).toBeCloseTo(2, 4);
  });

  it("drops those whose turn comes when they are stale", () => {
    // Just under ten minutes of one a second, of which 98 in a hundred are used: 588 of them.
    const lane = lateAt(1, many(600, { notAfter: monday + 10 * minuteMs - 500 }));
    expect(lane?.late).toBe(600 - 588);
  });

  it("lets those that missed the evening leave on the next morning, if they are not stale", () => {
    const evening = at("2026-11-30T19:58:00-05:00");
    const openUntil = lastStart(evening, "sms", newYork) ?? evening;
    const texts = Array.from({ length: 120 }, () => text(evening, { openUntil }));
    const lane = lateAt(1, texts);
    expect(lane?.late).toBe(0);
    expect(lane?.days[0]?.longestWaitMs).toBeGreaterThan(13 * hourMs);
    const stale = texts.map((one) => ({ ...one, notAfter: evening + 2 * hourMs }));
    expect(lateAt(1, stale)?.late).toBeGreaterThan(50);
  });

  it("says which pace would do", () => {
    const stale = many(1_200, { notAfter: monday + 10 * minuteMs });
    const needed = lateAt(1, stale)?.paceNeeded ?? 0;
    expect(needed).toBeGreaterThan(2);
    expect(needed).toBeLessThan(2.2);
    expect(lateAt(needed, stale)?.late).toBe(0);
  });

  it("names no pace where none would do", () => {
    const never = [text(monday, { openUntil: monday - 1, notAfter: monday + minuteMs })];
    const closed = { zones: ["America/New_York"], windows: [] };
    const [lane] = capacityOf(
      never.map((one) => ({ ...one, hours: closed })),
      { sms: { perSecond: 5 } },
      "America/New_York",
    );
    expect(lane).toMatchObject({ late: 1 });
    expect(lane?.paceNeeded).toBeUndefined();
  });

  it("says nothing of lanes that have none", () => {
    expect(capacityOf(many(3), {}, "America/New_York")).toEqual([]);
  });
});
