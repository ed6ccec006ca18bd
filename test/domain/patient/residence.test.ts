import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { closesAt, nextOpen } from "#domain/contact/hours";
import { residenceOf } from "#domain/patient/residence";
import { stateCodes } from "#domain/patient/state-zones";
import { formatInstant, parseInstant } from "#domain/time";

const eastern = "America/New_York";
const pacific = "America/Los_Angeles";
const newYorker = "+12125550134";
const chicagoan = "+13125550134";
const tollFree = "+18005550134";

describe("whose clock counts", () => {
  it("is that of the stated zone alone, whatever address and numbers say", () => {
    const homes = [{ state: "CA" }];
    expect(residenceOf({ stated: "America/Denver", homes, numbers: [newYorker] }).zones).toEqual([
      "America/Denver",
    ]);
  });

  it("is that of the address when a number says the same or nothing", () => {
    const homes = [{ state: "NY", postalCode: "10001" }];
    expect(residenceOf({ homes, numbers: [] }).zones).toEqual([eastern]);
    expect(residenceOf({ homes, numbers: [newYorker, tollFree] }).zones).toEqual([eastern]);
  });

  it("are both when a number was kept from elsewhere", () => {
    const homes = [{ state: "CA", postalCode: "90001" }];
    expect(residenceOf({ homes, numbers: [newYorker] }).zones).toEqual([pacific, eastern]);
    expect(residenceOf({ homes, numbers: [newYorker, chicagoan] }).zones).toEqual([
      pacific,
      eastern,
      "America/Chicago",
    ]);
  });

  it("is that of the address when the number's area could be that very place", () => {
    const pensacola = [{ state: "FL", postalCode: "32502" }];
    expect(residenceOf({ homes: pensacola, numbers: ["+18505550134"] }).zones).toEqual([
      "America/Chicago",
    ]);
  });

  it("is that of the number when there is no address, and nobody's when there is nothing", () => {
    expect(residenceOf({ homes: [], numbers: [chicagoan] }).zones).toEqual(["America/Chicago"]);
    expect(residenceOf({ homes: [], numbers: ["+18085550134"] }).zones).toEqual([
      "Pacific/Honolulu",
    ]);
    expect(residenceOf({ homes: [], numbers: [tollFree] })).toEqual({ zones: [], states: [] });
    expect(residenceOf({ stated: "EST", homes: [], numbers: [] }).zones).toEqual([]);
  });

  it("leaves a New York number at a Los Angeles address noon to eight, New York time", () => {
    const homes = [{ postalCode: "90001" }];
    const { zones } = residenceOf({ homes, numbers: [newYorker] });
    const midnight = parseInstant("2026-11-23T00:00:00-05:00") as number;
    const opens = nextOpen(midnight, zones, [defaultPolicy.window]) as number;
    expect(formatInstant(opens, eastern)).toBe("2026-11-23T12:00:00-05:00");
    const closes = closesAt(opens, zones, [defaultPolicy.window]);
    expect(formatInstant(closes, eastern)).toBe("2026-11-23T20:00:00-05:00");
  });
});

describe("whose law counts", () => {
  it("is that of the address, of its ZIP code and of the numbers, each state once", () => {
    expect(
      residenceOf({
        homes: [{ state: "NY", postalCode: "90001" }, { state: "NY" }],
        numbers: [newYorker, chicagoan, tollFree, "+14165550134"],
      }).states,
    ).toEqual(["NY", "CA", "IL"]);
  });

  it("does not follow a stated zone, for no zone names a state", () => {
    const homes = [{ state: "FL" }];
    expect(residenceOf({ stated: "America/Denver", homes, numbers: [] }).states).toEqual(["FL"]);
  });

  it("is unknown abroad", () => {
    expect(residenceOf({ homes: [{ state: "AL", country: "GB" }], numbers: [] }).states).toEqual(
      [],
    );
  });
});

describe("a further number", () => {
  const number = fc
    .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 2_000_000, max: 9_999_999 }))
    .map(([code, line]) => `+1${code}${line}`);
  const traces = fc.record({
    homes: fc.array(fc.record({ state: fc.constantFrom(...stateCodes) }), { maxLength: 2 }),
    numbers: fc.array(number, { maxLength: 3 }),
  });

  it("takes no clock and no law away", () => {
    fc.assert(
      fc.property(traces, number, ({ homes, numbers }, another) => {
        const before = residenceOf({ homes, numbers });
        const after = residenceOf({ homes, numbers: [...numbers, another] });
        expect(after.zones).toEqual(expect.arrayContaining([...before.zones]));
        expect(after.states).toEqual(expect.arrayContaining([...before.states]));
      }),
    );
  });
});
