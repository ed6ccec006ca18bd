import { getCountries, getCountryCallingCode } from "libphonenumber-js";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { placeOfNumber } from "#domain/patient/area-code";
import { stateCodes, zonesOfState } from "#domain/patient/state-zones";
import { isZone } from "#domain/time";

const numberOf = (code: number | string) => `+1${code}2345678`;
const codes = Array.from({ length: 800 }, (_, index) => String(200 + index));
const known = codes.flatMap((code) => {
  const place = placeOfNumber(numberOf(code));
  return place === undefined ? [] : [{ code, place }];
});

describe("the area code of a number", () => {
  it.each([
    ["212", "NY", ["America/New_York"]],
    ["312", "IL", ["America/Chicago"]],
    ["602", "AZ", ["America/Phoenix"]],
    ["928", "AZ", ["America/Phoenix", "America/Denver"]],
    ["915", "TX", ["America/Denver"]],
    ["512", "TX", ["America/Chicago"]],
    ["305", "FL", ["America/New_York"]],
    ["850", "FL", ["America/New_York", "America/Chicago"]],
    ["865", "TN", ["America/New_York"]],
    ["423", "TN", ["America/New_York", "America/Chicago"]],
    ["615", "TN", ["America/Chicago"]],
    ["701", "ND", ["America/Chicago", "America/Denver"]],
    ["208", "ID", ["America/Boise", "America/Los_Angeles"]],
    ["907", "AK", ["America/Anchorage", "America/Adak"]],
    ["808", "HI", ["Pacific/Honolulu"]],
    ["787", "PR", ["America/Puerto_Rico"]],
    ["671", "GU", ["Pacific/Guam"]],
  ])("%s is of %s, in %j", (code, state, zones) => {
    expect(placeOfNumber(numberOf(code))).toEqual({ state, zones });
  });

  it.each([
    ["604", ["America/Vancouver"]],
    ["416", ["America/Toronto"]],
    ["709", ["America/St_Johns", "America/Halifax"]],
    ["876", ["America/Jamaica"]],
    ["441", ["Atlantic/Bermuda"]],
  ])("%s is of no state and yet in %j", (code, zones) => {
    expect(placeOfNumber(numberOf(code))).toEqual({ zones });
  });

  it.each(["800", "833", "888", "500", "533", "600", "700", "710", "900", "555", "911"])(
    "%s tells nothing, for it is no place's",
    (code) => {
      expect(placeOfNumber(numberOf(code))).toBeUndefined();
    },
  );

  it("is read off numbers of the North American plan only", () => {
    for (const number of ["+442071234567", "2125550134", "+1212555013", "ada@example.org", ""]) {
      expect(placeOfNumber(number)).toBeUndefined();
    }
  });
});

describe("the area codes that are known", () => {
  it("are all those at which somebody can have a number", () => {
    const impersonal = ["TOLL_FREE", "PREMIUM_RATE", "PERSONAL_NUMBER", "VOIP"];
    const reachable = codes.filter((code) => {
      const number = parsePhoneNumberFromString(numberOf(code));
      return number?.isValid() && !impersonal.includes(number.getType() ?? "");
    });
    expect(reachable.length).toBeGreaterThan(400);
    const missing = reachable.filter((code) => placeOfNumber(numberOf(code)) === undefined);
    expect(missing).toEqual([]);
  });

  it("are in the country that the numbering plan gives them to", () => {
    const territories = new Set(["PR", "VI", "GU", "MP", "AS"]);
    for (const { code, place } of known) {
      const country = parsePhoneNumberFromString(numberOf(code))?.country;
      if (country === undefined) continue;
      const state = place.state ?? "";
      const expected = country === "US" ? !territories.has(state) && state !== "" : state === "";
      expect([code, territories.has(country) ? state === country : expected]).toEqual([code, true]);
    }
  });

  it("exist for every state and for every other country of the plan", () => {
    const states = new Set(known.map(({ place }) => place.state));
    const abroad = ["FM", "MH", "PW"];
    expect(stateCodes.filter((code) => !states.has(code))).toEqual(abroad);
    const countries = new Set(
      known.map(({ code }) => parsePhoneNumberFromString(numberOf(code))?.country),
    );
    const plan = getCountries().filter((country) => getCountryCallingCode(country) === "1");
    expect(plan.length).toBeGreaterThan(20);
    const unseen = plan.filter((country) => !countries.has(country));
    expect(unseen).toEqual([]);
  });

  it("name zones that exist, and in a state only zones of that state", () => {
    for (const { code, place } of known) {
      expect(place.zones.length, code).toBeGreaterThan(0);
      expect(place.zones.every(isZone), code).toBe(true);
      if (place.state === undefined) continue;
      const ofState = zonesOfState(place.state);
      expect(
        place.zones.filter((zone) => !ofState.includes(zone)),
        code,
      ).toEqual([]);
    }
  });
});
