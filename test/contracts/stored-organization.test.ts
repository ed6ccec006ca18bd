import { describe, expect, it } from "vitest";
import { StoredOrganization } from "#contracts/stored/organization";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactWindow } from "#domain/contact/window";
import type { Organization } from "#domain/patient/organization";
import { oak } from "#support/a-clinic";

const reread = (stored: unknown) => StoredOrganization.parse(JSON.parse(JSON.stringify(stored)));

describe("a stored organization", () => {
  it("is read back as it was written", () => {
    const short = { opensMinute: 600, closesMinute: 1020 };
    const window: ContactWindow = {
      byWeekday: { ...defaultPolicy.window.byWeekday, 6: short },
      holidays: short,
      closedDays: [20_780],
      zone: "America/Chicago",
    };
    const written: Organization = {
      ...oak,
      policy: { ...oak.policy, window, strictStateHours: true, liveIntroStates: ["CA", "NJ"] },
    };
    expect(reread(written)).toEqual(written);
    expect(reread(oak)).toEqual(oak);
  });

  it("of the first shape, with the same hours on every open day, is read as today's", () => {
    const { caps, unknownZones, spreadMinutes } = oak.policy;
    const window = {
      opensMinute: 540,
      closesMinute: 1200,
      weekdays: [1, 2, 3, 4, 5, 6],
      closedOnHolidays: true,
    };
    const earlier = { ...oak, policy: { window, caps, unknownZones, spreadMinutes } };
    expect(reread(earlier)).toEqual(oak);
    const open = { ...window, weekdays: [7], closedOnHolidays: false };
    expect(
      reread({ ...earlier, policy: { ...earlier.policy, window: open } }).policy.window,
    ).toEqual({ byWeekday: { 7: { opensMinute: 540, closesMinute: 1200 } }, holidays: "open" });
  });

  it("is none when its hours cannot be read: then nobody is contacted", () => {
    const broken = { ...oak, policy: { ...oak.policy, window: { byWeekday: { 1: "9 to 5" } } } };
    expect(StoredOrganization.safeParse(broken).success).toBe(false);
  });
});
