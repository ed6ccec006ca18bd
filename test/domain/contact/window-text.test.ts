import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactWindow } from "#domain/contact/window";
import { formatHours, parseWindow } from "#domain/contact/window-text";

describe("a window in words", () => {
  it.each([
    ["08:00-21:00", "every", [1, 2, 3, 4, 5, 6, 7]],
    ["8:00 - 21:00", "mon-sat", [1, 2, 3, 4, 5, 6]],
    ["08:00-21:00", "Mon,Wed,fri", [1, 3, 5]],
    ["08:00-21:00", "sat-mon,wed", [1, 3, 6, 7]],
    ["08:00-21:00", "sun", [7]],
    ["08:00-21:00", " every ", [1, 2, 3, 4, 5, 6, 7]],
    ["08:00-21:00", "mon , wed - fri", [1, 3, 4, 5]],
  ])("reads %s on %s", (hours, days, weekdays) => {
    expect(parseWindow(hours, days)).toEqual({
      byWeekday: Object.fromEntries(
        weekdays.map((day) => [day, { opensMinute: 480, closesMinute: 1260 }]),
      ),
      holidays: "open",
    });
  });

  it.each([
    ["21:00-08:00", "every"],
    ["08:00-08:00", "every"],
    ["08:00", "every"],
    ["08:00-12:00-13:00", "every"],
    ["08:00-25:00", "every"],
    ["08:00-21:00", ""],
    ["08:00-21:00", "someday"],
    ["08:00-21:00", "mon-"],
    ["08:00-21:00", "someday-fri"],
    ["08:00-21:00", "mon-wed-fri"],
  ])("does not read %j on %j", (hours, days) => {
    expect(parseWindow(hours, days)).toBeUndefined();
  });

  it("may be closed on holidays", () => {
    expect(parseWindow("08:00-21:00", "every", true)?.holidays).toBe("closed");
  });

  it("is written as it is read", () => {
    expect(formatHours(defaultPolicy.window)).toBe("09:00-20:00");
    expect(formatHours(parseWindow("08:00-21:00", "mon,sat") as ContactWindow)).toBe("08:00-21:00");
  });

  it("names the days where they differ", () => {
    const six = { opensMinute: 540, closesMinute: 1080 };
    const short = { opensMinute: 600, closesMinute: 1020 };
    const byWeekday = { 1: six, 2: six, 3: six, 4: six, 6: short };
    expect(formatHours({ byWeekday, holidays: "closed" })).toBe(
      "mon-thu 09:00-18:00, sat 10:00-17:00",
    );
    expect(formatHours({ byWeekday: { 5: six, 6: short }, holidays: "open" })).toBe(
      "fri 09:00-18:00, sat 10:00-17:00",
    );
    expect(formatHours({ byWeekday: {}, holidays: "open" })).toBe("");
  });

  it("does not name a day between two that it keeps closed", () => {
    const six = { opensMinute: 540, closesMinute: 1080 };
    const short = { opensMinute: 600, closesMinute: 1020 };
    expect(formatHours({ byWeekday: { 1: six, 3: six, 6: short }, holidays: "open" })).toBe(
      "mon 09:00-18:00, wed 09:00-18:00, sat 10:00-17:00",
    );
  });
});
