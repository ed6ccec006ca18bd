import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { isOpen } from "#domain/contact/hours";
import { firstStart, lastStart } from "#domain/contact/start";
import type { ContactWindow } from "#domain/contact/window";
import { parseWindow } from "#domain/contact/window-text";
import { clockSkewMs } from "#domain/limits";
import { channels } from "#domain/patient/contact-point";
import { formatInstant, parseDay, parseInstant } from "#domain/time";
import { zones } from "#support/zone";

const instant = (text: string): number => parseInstant(text) as number;
const window = (hours: string, days?: string) => parseWindow(hours, days) as ContactWindow;
const newYork = { zones: ["America/New_York"], windows: [defaultPolicy.window] };

const last = (at: string, channel: "sms" | "voice") => {
  const found = lastStart(instant(at), channel, newYork);
  return found === undefined ? undefined : formatInstant(found, "America/New_York");
};
const first = (from: string, channel: "sms" | "voice", hours = newYork) => {
  const found = firstStart(instant(from), channel, hours);
  return found === undefined ? undefined : formatInstant(found, "America/New_York");
};

describe("a contact may start", () => {
  it("until a minute before the close; a call until five", () => {
    expect(last("2026-11-23T15:00:00-05:00", "sms")).toBe("2026-11-23T19:59:00-05:00");
    expect(last("2026-11-23T15:00:00-05:00", "voice")).toBe("2026-11-23T19:55:00-05:00");
    expect(last("2026-11-23T19:59:00-05:00", "sms")).toBe("2026-11-23T19:59:00-05:00");
    expect(last("2026-11-23T19:59:01-05:00", "sms")).toBeUndefined();
    expect(last("2026-11-23T19:55:01-05:00", "voice")).toBeUndefined();
  });

  it("half a minute after the opening, for the worker's clock may be fast", () => {
    expect(last("2026-11-23T09:00:00-05:00", "sms")).toBeUndefined();
    expect(last("2026-11-23T09:00:30-05:00", "sms")).toBe("2026-11-23T19:59:00-05:00");
    expect(first("2026-11-23T05:00:00-05:00", "sms")).toBe("2026-11-23T09:00:30-05:00");
    expect(first("2026-11-23T09:00:10-05:00", "sms")).toBe("2026-11-23T09:00:30-05:00");
    expect(first("2026-11-23T09:01:00-05:00", "sms")).toBe("2026-11-23T09:01:00-05:00");
  });

  it("next morning when too little is left of the day", () => {
    expect(first("2026-11-23T19:59:30-05:00", "sms")).toBe("2026-11-24T09:00:30-05:00");
    expect(first("2026-11-23T19:57:00-05:00", "voice")).toBe("2026-11-24T09:00:30-05:00");
    expect(first("2026-11-23T19:57:00-05:00", "sms")).toBe("2026-11-23T19:57:00-05:00");
  });

  it("in no opening that is shorter than it takes", () => {
    const brief = { ...newYork, windows: [window("09:00-09:04")] };
    expect(first("2026-11-23T05:00:00-05:00", "sms", brief)).toBe("2026-11-23T09:00:30-05:00");
    expect(first("2026-11-23T05:00:00-05:00", "voice", brief)).toBeUndefined();
    const either = { ...newYork, windows: [briefOnMondays] };
    expect(first("2026-11-23T05:00:00-05:00", "voice", either)).toBe("2026-11-24T09:00:30-05:00");
  });

  it("on the 35th day at the latest, after openings that are too short", () => {
    const tuesdays = [0, 7, 14, 21, 28].map((after) => (parseDay("2026-03-17") as number) + after);
    const late = { ...newYork, windows: [{ ...briefOnMondays, closedDays: tuesdays }] };
    expect(first("2026-03-17T09:00:00-04:00", "voice", late)).toBe("2026-04-21T09:00:30-04:00");
    expect(first("2026-03-17T08:59:59-04:00", "voice", late)).toBeUndefined();
  });

  it("never without a zone or a window", () => {
    const at = instant("2026-11-23T12:00:00-05:00");
    expect(firstStart(at, "sms", { ...newYork, zones: [] })).toBeUndefined();
    expect(lastStart(at, "sms", { ...newYork, windows: [] })).toBeUndefined();
  });
});

const briefOnMondays: ContactWindow = {
  byWeekday: {
    1: { opensMinute: 540, closesMinute: 544 },
    2: { opensMinute: 540, closesMinute: 600 },
  },
  holidays: "open",
};

describe("with clocks that are off by no more than their bound", () => {
  const windows = [defaultPolicy.window, window("01:00-03:00"), window("00:00-24:00", "mon-fri")];
  const moment = fc.integer({
    min: instant("2024-01-01T00:00:00Z"),
    max: instant("2031-12-31T00:00:00Z"),
  });
  const skew = fc.integer({ min: -clockSkewMs, max: clockSkewMs });

  it("the provider is called inside the patient's hours, in every zone", () => {
    let starts = 0;
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom(...zones),
        fc.constantFrom(...windows),
        fc.constantFrom(...channels),
        skew,
        (from, zone, open, channel, off) => {
          const hours = { zones: [zone], windows: [open] };
          const start = firstStart(from, channel, hours);
          if (start === undefined) return;
          starts += 1;
          expect(start).toBeGreaterThanOrEqual(from);
          const end = lastStart(start, channel, hours) as number;
          expect(end).toBeGreaterThanOrEqual(start);
          for (const shown of [start, Math.floor((start + end) / 2), end]) {
            expect(isOpen(shown - off, [zone], [open])).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(starts).toBeGreaterThan(900);
  });
});
