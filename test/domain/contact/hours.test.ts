import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { isFederalHoliday } from "#domain/contact/holidays";
import { closesAt, isOpen, nextOpen } from "#domain/contact/hours";
import type { ContactWindow } from "#domain/contact/window";
import { parseWindow } from "#domain/contact/window-text";
import { dayMs, formatInstant, minuteMs, parseDay, parseInstant } from "#domain/time";
import { zones } from "#support/zone";

const instant = (text: string): number => parseInstant(text) as number;
const newYork = ["America/New_York"];
const federal = parseWindow("08:00-21:00") as ContactWindow;

function opens(at: string, where: readonly string[], window = defaultPolicy.window) {
  const next = nextOpen(instant(at), where, [window]);
  return next === undefined ? undefined : formatInstant(next, where[0]);
}

/** The rule as Temporal alone would tell it. */
function isOpenByTemporal(at: number, where: readonly string[], window: ContactWindow): boolean {
  return where.every((zone) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const minute = clock.hour * 60 + clock.minute;
    const hours = window.byWeekday[clock.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7];
    if (!hours || minute < hours.opensMinute || minute >= hours.closesMinute) return false;
    const day = parseDay(clock.toPlainDate().toString()) as number;
    return !(window.holidays === "closed" && isFederalHoliday(day));
  });
}

describe("the hours of a patient", () => {
  it("start at nine and end before eight in the evening", () => {
    const window = defaultPolicy.window;
    const open = (at: string) => isOpen(instant(at), newYork, [window]);
    expect(open("2026-11-23T08:59:59-05:00")).toBe(false);
    expect(open("2026-11-23T09:00:00-05:00")).toBe(true);
    expect(open("2026-11-23T19:59:59-05:00")).toBe(true);
    expect(open("2026-11-23T20:00:00-05:00")).toBe(false);
  });

  it("follow the clock over the change to summer time", () => {
    expect(isOpen(instant("2026-03-08T11:59:00Z"), newYork, [federal])).toBe(false);
    expect(opens("2026-03-08T11:59:00Z", newYork, federal)).toBe("2026-03-08T08:00:00-04:00");
    expect(isOpen(instant("2026-03-08T12:59:00Z"), newYork, [federal])).toBe(true);
    expect(isOpen(instant("2026-03-07T12:59:00Z"), newYork, [federal])).toBe(false);
  });

  it("pass over Sundays and federal holidays", () => {
    expect(opens("2026-11-01T01:30:00-04:00", newYork)).toBe("2026-11-02T09:00:00-05:00");
    expect(opens("2026-11-25T21:00:00-05:00", newYork)).toBe("2026-11-27T09:00:00-05:00");
    expect(opens("2026-07-02T20:00:00-04:00", newYork)).toBe("2026-07-04T09:00:00-04:00");
  });

  it("put off to the next opening what waited past the close", () => {
    expect(opens("2026-11-23T20:03:00-05:00", newYork)).toBe("2026-11-24T09:00:00-05:00");
  });

  it("are the common ones where two zones are possible", () => {
    const both = ["America/New_York", "America/Los_Angeles"];
    const at = instant("2026-11-23T08:00:00-05:00");
    const next = nextOpen(at, both, [defaultPolicy.window]) as number;
    expect(formatInstant(next, "America/New_York")).toBe("2026-11-23T12:00:00-05:00");
    const closes = closesAt(next, both, [defaultPolicy.window]);
    expect(formatInstant(closes, "America/New_York")).toBe("2026-11-23T20:00:00-05:00");
  });

  it("of unknown patients lie in those of all four mainland zones", () => {
    const zonesOfNobody = defaultPolicy.unknownZones;
    expect(opens("2026-11-23T00:00:00-05:00", zonesOfNobody)).toBe("2026-11-23T12:00:00-05:00");
  });

  it("are none without a zone, where two zones never meet, and in an empty window", () => {
    const at = instant("2026-11-23T12:00:00-05:00");
    const narrow = parseWindow("09:00-10:00") as ContactWindow;
    const backwards: ContactWindow = {
      byWeekday: { 1: { opensMinute: 480, closesMinute: 480 } },
      holidays: "open",
    };
    expect(isOpen(at, [], [federal])).toBe(false);
    expect(isOpen(at, newYork, [])).toBe(false);
    expect(nextOpen(at, newYork, [])).toBeUndefined();
    expect(nextOpen(at, [], [federal])).toBeUndefined();
    expect(nextOpen(at, ["America/New_York", "Pacific/Honolulu"], [narrow])).toBeUndefined();
    expect(nextOpen(at, newYork, [backwards])).toBeUndefined();
    expect(nextOpen(at, newYork, [{ byWeekday: {}, holidays: "open" }])).toBeUndefined();
    expect(closesAt(at, [], [federal])).toBe(at);
  });

  it("are found behind two weeks of holiday Mondays", () => {
    const mondays = parseWindow("09:00-17:00", "mon", true) as ContactWindow;
    expect(opens("2028-12-18T17:00:00-05:00", newYork, mondays)).toBe("2029-01-08T09:00:00-05:00");
  });

  it("run on over midnight when every hour is open, and end nowhere within 35 days", () => {
    const always = parseWindow("00:00-24:00") as ContactWindow;
    const at = instant("2026-11-23T12:00:00-05:00");
    expect(closesAt(at, newYork, [always])).toBe(at + 35 * dayMs);
    const midnight = instant("2026-11-23T00:00:00-05:00");
    const lastDay = { ...always, closedDays: [(parseDay("2026-11-23") as number) + 36] };
    expect(closesAt(midnight, newYork, [lastDay])).toBe(midnight + 35 * dayMs);
    const weekdays = parseWindow("00:00-24:00", "mon-fri") as ContactWindow;
    expect(formatInstant(closesAt(at, newYork, [weekdays]), "America/New_York")).toBe(
      "2026-11-28T00:00:00-05:00",
    );
  });
});

const windows = [
  defaultPolicy.window,
  federal,
  parseWindow("00:00-24:00", "mon-fri", true) as ContactWindow,
  parseWindow("00:15-02:30", "sat-mon") as ContactWindow,
  parseWindow("01:30-23:45", "every") as ContactWindow,
];

/** The change of the zone's clock nearest after a point between 2024 and 2032, if it has any. */
function nearChange(zone: string, after: number): number {
  const change = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition("next");
  return change && change.year < 2032 ? change.epochMilliseconds : after;
}

describe("opening hours, against a scan of the clock minute by minute", () => {
  const from = instant("2024-01-01T00:00:00Z");
  const until = instant("2031-12-01T00:00:00Z");
  const point = fc.record({
    after: fc.integer({ min: from, max: until }),
    isNearChange: fc.boolean(),
    shiftMinutes: fc.integer({ min: -1500, max: 1500 }),
    window: fc.constantFrom(...windows),
    other: fc.option(fc.constantFrom(...zones), { nil: undefined, freq: 3 }),
  });

  it("agree in every zone, alone and two together, around every kind of change", () => {
    for (const zone of zones) {
      fc.assert(
        fc.property(point, ({ after, isNearChange, shiftMinutes, window, other }) => {
          const base = isNearChange ? nearChange(zone, after) : after;
          const at = Math.floor(base / minuteMs + shiftMinutes) * minuteMs;
          const where = other === undefined ? [zone] : [zone, other];
          const wasOpen = isOpenByTemporal(at, where, window);
          expect(isOpen(at, where, [window])).toBe(wasOpen);
          const scan = scanFor(at, where, window, !wasOpen);
          if (wasOpen) {
            expect(nextOpen(at, where, [window])).toBe(at);
            if (scan !== undefined) expect(closesAt(at, where, [window])).toBe(scan);
          } else if (scan !== undefined) {
            expect(nextOpen(at, where, [window])).toBe(scan);
          } else {
            expect(nextOpen(at, where, [window]) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(
              at + scanDays * dayMs,
            );
          }
        }),
        { numRuns: 25 },
      );
    }
  });

  it("change only on quarter hours of UTC, which is what lets the scan skip", () => {
    for (const zone of ["Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham"]) {
      const start = instant("2026-04-04T12:07:00Z");
      let before = isOpenByTemporal(start, [zone], windows[3] as ContactWindow);
      for (let at = start; at < start + dayMs; at += minuteMs) {
        const open = isOpenByTemporal(at, [zone], windows[3] as ContactWindow);
        if (open !== before) expect(at % (15 * minuteMs)).toBe(0);
        expect(isOpen(at, [zone], [windows[3] as ContactWindow])).toBe(open);
        before = open;
      }
    }
  });
});

const scanDays = 3;

function scanFor(
  at: number,
  where: readonly string[],
  window: ContactWindow,
  wanted: boolean,
): number | undefined {
  const step = 15 * minuteMs;
  for (let next = Math.floor(at / step + 1) * step; next <= at + scanDays * dayMs; next += step) {
    if (isOpenByTemporal(next, where, window) === wanted) return next;
  }
  return undefined;
}
