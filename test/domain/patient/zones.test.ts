import { describe, expect, it } from "vitest";
import { stateCodes, zonesOfState } from "#domain/patient/state-zones";
import { zonesOf } from "#domain/patient/zones";
import { isZone } from "#domain/time";

describe("the zones a patient may live in", () => {
  it("are the stated one, whatever the address says", () => {
    expect(zonesOf({ stated: "America/Denver", state: "NY" })).toEqual(["America/Denver"]);
    expect(zonesOf({ stated: "Europe/Paris", country: "FR" })).toEqual(["Europe/Paris"]);
  });

  it("are not taken from an offset or an abbreviation, which ignore summer time", () => {
    for (const stated of ["EST", "Etc/GMT+5", "-05:00", "UTC", "Eastern", "America/Nowhere", " "]) {
      expect(zonesOf({ stated, state: "NY" })).toEqual(["America/New_York"]);
    }
  });

  it.each([
    ["NY", ["America/New_York"]],
    ["ny", ["America/New_York"]],
    ["US-NY", ["America/New_York"]],
    ["New York", ["America/New_York"]],
    ["Washington, D.C.", ["America/New_York"]],
    ["Washington", ["America/Los_Angeles"]],
    ["Hawaii", ["Pacific/Honolulu"]],
    ["Puerto Rico", ["America/Puerto_Rico"]],
    ["U.S. Virgin Islands", ["America/St_Thomas"]],
    ["Tennessee", ["America/New_York", "America/Chicago"]],
    ["OR", ["America/Los_Angeles", "America/Boise"]],
    ["AZ", ["America/Phoenix", "America/Denver"]],
  ])("of the state %s are %j", (state, zones) => {
    expect(zonesOf({ state })).toEqual(zones);
  });

  it.each([
    ["02139", ["America/New_York"]],
    ["90001", ["America/Los_Angeles"]],
    ["77002-1234", ["America/Chicago"]],
    ["79901", ["America/Denver"]],
    ["79830", ["America/Chicago", "America/Denver"]],
    ["33101", ["America/New_York"]],
    ["32501", ["America/Chicago"]],
    ["32456", ["America/New_York", "America/Chicago"]],
    ["00907", ["America/Puerto_Rico"]],
    ["00802", ["America/St_Thomas"]],
    ["96910", ["Pacific/Guam"]],
    ["96950", ["Pacific/Saipan"]],
    ["96799", ["Pacific/Pago_Pago"]],
    ["96813", ["Pacific/Honolulu"]],
    ["09012", []],
    ["96201", []],
    ["1234", []],
    ["SW1A 1AA", []],
  ])("of the ZIP code %s are %j", (postalCode, zones) => {
    expect(zonesOf({ postalCode })).toEqual(zones);
  });

  it("are narrowed by a ZIP code inside the state and widened by one outside it", () => {
    expect(zonesOf({ state: "TX", postalCode: "77002" })).toEqual(["America/Chicago"]);
    expect(zonesOf({ state: "NY", postalCode: "90001" })).toEqual([
      "America/New_York",
      "America/Los_Angeles",
    ]);
    expect(zonesOf({ state: "NY", postalCode: "nonsense" })).toEqual(["America/New_York"]);
  });

  it("are unknown abroad and without an address", () => {
    expect(zonesOf({})).toEqual([]);
    expect(zonesOf({ state: "??" })).toEqual([]);
    expect(zonesOf({ state: "AL", country: "GB" })).toEqual([]);
    expect(zonesOf({ country: "PR" })).toEqual(["America/Puerto_Rico"]);
    expect(zonesOf({ state: "AL", country: "United States of America" })).toEqual([
      "America/Chicago",
    ]);
  });

  it("exist for every state and territory", () => {
    expect(stateCodes).toHaveLength(50 + 1 + 5 + 3);
    for (const code of stateCodes) {
      expect(zonesOfState(code).length).toBeGreaterThan(0);
      expect(zonesOfState(code).every(isZone)).toBe(true);
    }
  });
});
