import { describe, expect, it } from "vitest";
import { isOpen, nextOpen } from "#domain/contact/hours";
import { type ContactWindow, type DayHours, hoursOn } from "#domain/contact/window";
import { formatInstant, parseDay, parseInstant } from "#domain/time";

const instant = (text: string): number => parseInstant(text) as number;
const day = (text: string): number => parseDay(text) as number;
const newYork = ["America/New_York"];

const long: DayHours = { opensMinute: 9 * 60, closesMinute: 20 * 60 };
const short: DayHours = { opensMinute: 10 * 60, closesMinute: 17 * 60 };
const afternoon: DayHours = { opensMinute: 13 * 60, closesMinute: 21 * 60 };

function clinicWeek(overrides: Partial<ContactWindow> = {}): ContactWindow {
  const byWeekday = { 1: long, 2: long, 3: long, 4: long, 5: long, 6: short };
  return { byWeekday, holidays: "open", ...overrides };
}

const saturday = day("2026-11-28");
const sunday = day("2026-11-29");
const thanksgiving = day("2026-11-26");

describe("a window", () => {
  it("has hours of its own for each weekday, and none for those it leaves out", () => {
    expect(hoursOn(thanksgiving, clinicWeek())).toEqual(long);
    expect(hoursOn(saturday, clinicWeek())).toEqual(short);
    expect(hoursOn(sunday, clinicWeek())).toBeUndefined();
  });

  it("may be closed on federal holidays, or open for less long", () => {
    expect(hoursOn(thanksgiving, clinicWeek({ holidays: "closed" }))).toBeUndefined();
    expect(hoursOn(thanksgiving, clinicWeek({ holidays: afternoon }))).toEqual({
      opensMinute: 13 * 60,
      closesMinute: 20 * 60,
    });
    expect(hoursOn(thanksgiving - 1, clinicWeek({ holidays: afternoon }))).toEqual(long);
  });

  it("is not opened by a holiday on a weekday that is closed", () => {
    const weekend = clinicWeek({ byWeekday: { 6: short }, holidays: long });
    expect(hoursOn(thanksgiving, weekend)).toBeUndefined();
  });

  it("is closed on a holiday whose hours never meet those of the weekday", () => {
    const morning = { opensMinute: 6 * 60, closesMinute: 9 * 60 };
    expect(hoursOn(thanksgiving, clinicWeek({ holidays: morning }))).toBeUndefined();
  });

  it("is closed on the organization's own days", () => {
    const window = clinicWeek({ closedDays: [day("2026-11-23"), day("2026-11-24")] });
    expect(hoursOn(day("2026-11-23"), window)).toBeUndefined();
    const opens = nextOpen(instant("2026-11-23T12:00:00-05:00"), newYork, [window]) as number;
    expect(formatInstant(opens, "America/New_York")).toBe("2026-11-25T09:00:00-05:00");
  });

  it("that a law reads on one clock does not follow the patient's", () => {
    const central = clinicWeek({ zone: "America/Chicago" });
    const early = instant("2026-11-23T09:30:00-05:00");
    expect(isOpen(early, newYork, [clinicWeek()])).toBe(true);
    expect(isOpen(early, newYork, [central])).toBe(false);
    expect(isOpen(instant("2026-11-23T10:00:00-05:00"), newYork, [central])).toBe(true);
    expect(isOpen(instant("2026-11-23T20:30:00-05:00"), newYork, [central])).toBe(true);
    expect(isOpen(early, [], [central])).toBe(false);
    expect(nextOpen(early, [], [central])).toBeUndefined();
  });
});
