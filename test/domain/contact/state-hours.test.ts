import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen } from "#domain/contact/hours";
import { stateHours, stateWindows } from "#domain/contact/state-hours";
import { hoursOn } from "#domain/contact/window";
import { type StateCode, stateCodes, zonesOfState } from "#domain/patient/state-zones";
import { isZone, parseDay, parseInstant } from "#domain/time";

const instant = (text: string): number => parseInstant(text) as number;
const day = (text: string): number => parseDay(text) as number;

/** Whether the state's hours let a contact start at that moment, on the clocks of its people. */
function allows(state: StateCode, at: string): boolean {
  return isOpen(instant(at), zonesOfState(state).slice(0, 1), stateWindows([state]));
}

describe("the hours of a state", () => {
  it("are 10 to 21 in Kentucky, every day", () => {
    expect(allows("KY", "2026-11-23T09:59:00-05:00")).toBe(false);
    expect(allows("KY", "2026-11-23T10:00:00-05:00")).toBe(true);
    expect(allows("KY", "2026-11-22T20:59:00-05:00")).toBe(true);
    expect(allows("KY", "2026-11-22T21:00:00-05:00")).toBe(false);
  });

  it("are 9 to 18 on weekdays and 10 to 17 on Saturdays in Rhode Island", () => {
    expect(allows("RI", "2026-11-23T09:00:00-05:00")).toBe(true);
    expect(allows("RI", "2026-11-23T18:00:00-05:00")).toBe(false);
    expect(allows("RI", "2026-11-28T09:30:00-05:00")).toBe(false);
    expect(allows("RI", "2026-11-28T16:59:00-05:00")).toBe(true);
    expect(allows("RI", "2026-11-29T12:00:00-05:00")).toBe(false);
    expect(allows("RI", "2026-11-26T12:00:00-05:00")).toBe(false);
  });

  it("begin at noon on Sundays in Texas", () => {
    expect(allows("TX", "2026-11-22T11:59:00-06:00")).toBe(false);
    expect(allows("TX", "2026-11-22T12:00:00-06:00")).toBe(true);
    expect(allows("TX", "2026-11-23T09:00:00-06:00")).toBe(true);
  });

  it("are none on Sundays and holidays in Alabama", () => {
    expect(allows("AL", "2026-11-22T12:00:00-06:00")).toBe(false);
    expect(allows("AL", "2026-11-26T12:00:00-06:00")).toBe(false);
    expect(allows("AL", "2026-11-28T08:00:00-06:00")).toBe(true);
  });

  it("of Mississippi are read on Central time, also for who lives by another clock", () => {
    const [, mississippi] = stateWindows(["MS"]);
    if (!mississippi) throw new Error("Mississippi has hours of its own");
    const eight = instant("2026-11-23T08:00:00-06:00");
    for (const zone of ["America/Chicago", "America/New_York", "Pacific/Honolulu"]) {
      expect(isOpen(eight - 1, [zone], [mississippi])).toBe(false);
      expect(isOpen(eight, [zone], [mississippi])).toBe(true);
    }
  });

  it("are shorter on Sundays and holidays in Nebraska, and on weekends in Pennsylvania", () => {
    expect(hoursOn(day("2026-11-26"), stateHours.NE?.window as never)).toEqual({
      opensMinute: 780,
      closesMinute: 1260,
    });
    expect(allows("NE", "2026-11-29T12:59:00-06:00")).toBe(false);
    expect(allows("PA", "2026-11-28T12:00:00-05:00")).toBe(false);
    expect(allows("PA", "2026-11-29T13:29:00-05:00")).toBe(false);
    expect(allows("PA", "2026-11-29T13:30:00-05:00")).toBe(true);
    expect(allows("PA", "2026-11-29T20:00:00-05:00")).toBe(false);
  });

  it("are the federal 8 to 21 where the state has none of its own", () => {
    expect(allows("NY", "2026-11-22T07:59:00-05:00")).toBe(false);
    expect(allows("NY", "2026-11-22T08:00:00-05:00")).toBe(true);
    expect(allows("NY", "2026-11-22T21:00:00-05:00")).toBe(false);
  });

  it("are never longer than the federal hours, and each has its source", () => {
    for (const [state, { window, source }] of Object.entries(stateHours)) {
      for (const hours of Object.values(window.byWeekday)) {
        expect(hours.opensMinute, state).toBeGreaterThanOrEqual(8 * 60);
        expect(hours.closesMinute, state).toBeLessThanOrEqual(21 * 60);
      }
      expect(source.length, state).toBeGreaterThan(8);
      expect(window.zone === undefined || isZone(window.zone)).toBe(true);
    }
  });
});

describe("of several states a patient may be in", () => {
  const state = fc.constantFrom(...stateCodes);
  const moment = fc
    .integer({ min: 0, max: 365 * 24 * 12 })
    .map((slot) => instant("2026-01-01T00:00:00Z") + slot * 300_000);
  const zone = fc.constantFrom("America/New_York", "America/Chicago", "America/Los_Angeles");

  it("all must allow it, and of nobody knows which, every one", () => {
    fc.assert(
      fc.property(state, state, moment, zone, (one, other, at, where) => {
        const open = (states?: readonly StateCode[]) => isOpen(at, [where], stateWindows(states));
        expect(open([one, other])).toBe(open([one]) && open([other]));
        if (open()) expect(open([one])).toBe(true);
        expect(open([])).toBe(open());
      }),
    );
  });

  it("every one at once still leaves some hours of a workday", () => {
    const where = ["America/New_York", "America/Los_Angeles"];
    expect(isOpen(instant("2026-11-23T13:30:00-05:00"), where, stateWindows())).toBe(true);
    expect(isOpen(instant("2026-11-23T18:00:00-05:00"), where, stateWindows())).toBe(false);
    expect(isOpen(instant("2026-11-22T14:00:00-05:00"), where, stateWindows())).toBe(false);
  });
});
