import { describe, expect, it } from "vitest";
import { nextOpen } from "#domain/contact/hours";
import type { ContactWindow } from "#domain/contact/window";
import { parseWindow } from "#domain/contact/window-text";
import { formatInstant, parseDay, parseInstant } from "#domain/time";

const newYork = ["America/New_York"];

function opens(at: string, where: readonly string[], window: ContactWindow) {
  const next = nextOpen(parseInstant(at) as number, where, [window]);
  return next === undefined ? undefined : formatInstant(next, where[0]);
}

describe("the hours of a patient", () => {
  it("are found exactly 35 days ahead, and no later, also where the clock changes just then", () => {
    const sundays = (opens: string, first: string): ContactWindow => ({
      ...(parseWindow(opens, "sun") as ContactWindow),
      closedDays: [0, 7, 14, 21, 28].map((after) => (parseDay(first) as number) + after),
    });
    const steady = sundays("09:00-17:00", "2026-03-15");
    expect(opens("2026-03-15T09:00:00-04:00", newYork, steady)).toBe("2026-04-19T09:00:00-04:00");
    expect(opens("2026-03-15T08:59:59-04:00", newYork, steady)).toBeUndefined();
    const changing = sundays("03:00-04:00", "2026-02-01");
    expect(opens("2026-02-01T02:00:00-05:00", newYork, changing)).toBe("2026-03-08T03:00:00-04:00");
  });

  it("open by the clock as it is set that night, also east of Greenwich", () => {
    const eight = parseWindow("08:00-21:00") as ContactWindow;
    expect(opens("2026-03-07T22:00:00-05:00", newYork, eight)).toBe("2026-03-08T08:00:00-04:00");
    const early = parseWindow("01:00-05:00", "sun") as ContactWindow;
    const berlin = ["Europe/Berlin"];
    expect(opens("2026-10-24T12:00:00+02:00", berlin, early)).toBe("2026-10-25T01:00:00+02:00");
  });

  it("are none on a day on which the clock skips them", () => {
    const skipped = parseWindow("02:00-02:30") as ContactWindow;
    expect(opens("2026-03-07T12:00:00-05:00", newYork, skipped)).toBe("2026-03-09T02:00:00-04:00");
  });
});
