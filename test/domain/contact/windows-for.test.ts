import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { closesAt, isOpen, nextOpen } from "#domain/contact/hours";
import type { ContactPolicy } from "#domain/contact/policy";
import type { ContactWindow } from "#domain/contact/window";
import { parseWindow } from "#domain/contact/window-text";
import { voiceBarredIn, windowsFor } from "#domain/contact/windows-for";
import { formatInstant, parseInstant } from "#domain/time";
import { zones } from "#support/zone";

const instant = (text: string): number => parseInstant(text) as number;
const window = (hours: string, days?: string) => parseWindow(hours, days) as ContactWindow;
const strict: ContactPolicy = { ...defaultPolicy, strictStateHours: true };
const newYork = ["America/New_York"];

describe("the windows that must be open for a patient", () => {
  it("are the organization's alone, unless its policy keeps to the hours of the states", () => {
    expect(windowsFor(defaultPolicy, { states: ["KY"] })).toEqual([defaultPolicy.window]);
    const tenish = instant("2026-11-23T09:30:00-05:00");
    expect(isOpen(tenish, newYork, windowsFor(defaultPolicy, { states: ["KY"] }))).toBe(true);
    expect(isOpen(tenish, newYork, windowsFor(strict, { states: ["KY"] }))).toBe(false);
    expect(isOpen(tenish, newYork, windowsFor(strict, { states: ["NY"] }))).toBe(true);
  });

  it("are those of every state while nobody knows which one it is", () => {
    const opens = (reach: object) => {
      const next = nextOpen(
        instant("2026-11-23T08:00:00-05:00"),
        newYork,
        windowsFor(strict, reach),
      );
      return formatInstant(next as number, "America/New_York");
    };
    expect(opens({})).toBe("2026-11-23T10:00:00-05:00");
    expect(opens({ states: ["NY"] })).toBe("2026-11-23T09:00:00-05:00");
    expect(opens({ states: ["NY", "KY"] })).toBe("2026-11-23T10:00:00-05:00");
  });

  it("are narrowed by what the patient asked for", () => {
    const afterWork = window("17:00-21:00");
    const windows = windowsFor(defaultPolicy, {}, afterWork);
    const opens = nextOpen(instant("2026-11-23T12:00:00-05:00"), newYork, windows) as number;
    expect(formatInstant(opens, "America/New_York")).toBe("2026-11-23T17:00:00-05:00");
    expect(formatInstant(closesAt(opens, newYork, windows), "America/New_York")).toBe(
      "2026-11-23T20:00:00-05:00",
    );
  });

  it("leave no opening when the patient's hours never meet the organization's", () => {
    const at = instant("2026-11-23T12:00:00-05:00");
    expect(nextOpen(at, newYork, windowsFor(defaultPolicy, {}, window("21:00-22:00")))).toBe(
      undefined,
    );
    expect(
      nextOpen(at, newYork, windowsFor(defaultPolicy, {}, window("09:00-20:00", "sun"))),
    ).toBeUndefined();
  });
});

describe("a preference", () => {
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([opens, closes]) => ({ opensMinute: opens * 15, closesMinute: closes * 15 }));
  const preference: fc.Arbitrary<ContactWindow> = fc.record({
    byWeekday: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5", "6", "7"), hours),
    holidays: fc.oneof(fc.constantFrom("open" as const, "closed" as const), hours),
  });
  const moment = fc
    .integer({ min: 0, max: 2 * 365 * 96 })
    .map((slot) => instant("2026-01-01T00:00:00Z") + slot * 900_000);

  it("never widens the hours, whatever it says", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), preference, (at, zone, wish) => {
        const without = windowsFor(defaultPolicy, {});
        const narrowed = windowsFor(defaultPolicy, {}, wish);
        if (isOpen(at, [zone], narrowed)) expect(isOpen(at, [zone], without)).toBe(true);
        const opens = nextOpen(at, [zone], narrowed);
        if (opens === undefined) return;
        expect(isOpen(opens, [zone], without) && isOpen(opens, [zone], [wish])).toBe(true);
        const closes = closesAt(opens, [zone], narrowed);
        expect(closes).toBeGreaterThan(opens);
        expect(closes).toBeLessThanOrEqual(closesAt(opens, [zone], without));
      }),
      { numRuns: 500 },
    );
  });
});

describe("an automated call", () => {
  it("is not placed to who may be in California", () => {
    expect(voiceBarredIn(["CA"], defaultPolicy)).toBe(true);
    expect(voiceBarredIn(["NY", "CA"], defaultPolicy)).toBe(true);
    expect(voiceBarredIn(["NY"], defaultPolicy)).toBe(false);
  });

  it("is not placed to who may be anywhere, unless no state wants a live voice", () => {
    expect(voiceBarredIn([], defaultPolicy)).toBe(true);
    expect(voiceBarredIn(undefined, defaultPolicy)).toBe(true);
    expect(voiceBarredIn(undefined, { liveIntroStates: [] })).toBe(false);
    expect(voiceBarredIn(["CA"], { liveIntroStates: [] })).toBe(false);
  });
});
