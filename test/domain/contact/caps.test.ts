import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedContact, capOpensAt } from "#domain/contact/caps";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Cap } from "#domain/contact/policy";
import { dayOf, formatInstant, hourMs, parseInstant } from "#domain/time";

const newYork = ["America/New_York"];
const instant = (text: string): number => parseInstant(text) as number;

/** A text of one campaign to one number. */
function contact(at: number, other: Partial<CountedContact> = {}): CountedContact {
  return { at, campaign: "screening/check", channel: "sms", point: "p-mobile", ...other };
}

function opens(at: string, touches: readonly string[], zones = newYork) {
  const caps = defaultPolicy.caps.filter(({ name }) => name !== "one in twelve hours");
  const result = capOpensAt(
    contact(instant(at)),
    touches.map((touch) => contact(instant(touch))),
    {
      caps,
      place: { zones },
    },
  );
  return result && { at: formatInstant(result.at, newYork[0]), cap: result.cap };
}

describe("caps on contacts", () => {
  it("allow the first contact", () => {
    expect(opens("2026-11-23T10:00:00-05:00", [])).toBeUndefined();
  });

  it("put off a second contact of the day to the patient's midnight", () => {
    expect(opens("2026-11-23T16:00:00-05:00", ["2026-11-23T10:00:00-05:00"])).toEqual({
      at: "2026-11-24T00:00:00-05:00",
      cap: "one a day",
    });
    expect(opens("2026-11-24T00:00:00-05:00", ["2026-11-23T23:59:59-05:00"])).toBeUndefined();
  });

  it("put off a fourth contact to seven days after the first, and not earlier", () => {
    const sent = [
      "2026-11-02T10:00:00-05:00",
      "2026-11-04T10:00:00-05:00",
      "2026-11-06T10:00:00-05:00",
    ];
    expect(opens("2026-11-07T10:00:00-05:00", sent)).toEqual({
      at: "2026-11-09T10:00:00-05:00",
      cap: "three in seven days",
    });
    expect(opens("2026-11-09T10:00:00-05:00", sent)).toBeUndefined();
  });

  it("name the cap that held the contact back to the last", () => {
    const sent = [
      "2026-11-02T10:00:00-05:00",
      "2026-11-04T10:00:00-05:00",
      "2026-11-09T09:00:00-05:00",
    ];
    expect(opens("2026-11-09T09:30:00-05:00", sent)?.cap).toBe("one a day");
  });

  it("hold in every zone the patient may live in", () => {
    const both = ["America/New_York", "Pacific/Honolulu"];
    const sent = ["2026-11-23T12:00:00-05:00"];
    expect(opens("2026-11-24T01:00:00-05:00", sent)).toBeUndefined();
    expect(opens("2026-11-24T01:00:00-05:00", sent, both)?.at).toBe("2026-11-24T05:00:00-05:00");
  });

  it("of a day keep more than a whole day apart where no zone is known", () => {
    expect(opens("2026-11-24T10:00:00-05:00", ["2026-11-23T10:00:00-05:00"], [])?.at).toBe(
      "2026-11-24T11:00:00-05:00",
    );
  });

  it("that allow nothing are a mistake and said to be one", () => {
    const never: Cap = { name: "never", per: "local-day", max: 0 };
    expect(() => capOpensAt(contact(0), [], { caps: [never], place: { zones: newYork } })).toThrow(
      "contact/cap-below-one",
    );
  });
});

/** Would this many contacts, one of them at `at`, break a cap that they did not break before? */
function isAllowed(at: number, touches: readonly number[], cap: Cap, zones: readonly string[]) {
  if (cap.per !== "rolling") {
    const period = (then: number, zone: string) =>
      cap.per === "local-day" ? dayOf(then, zone) : Math.floor((dayOf(then, zone) + 4) / 7);
    return zones.every(
      (zone) =>
        touches.filter((touch) => period(touch, zone) === period(at, zone)).length < cap.max,
    );
  }
  const spanMs = (cap.hours ?? 0) * hourMs;
  return [at, ...touches].every((start) => {
    if (at < start || at - start >= spanMs) return true;
    return touches.filter((touch) => touch >= start && touch - start < spanMs).length < cap.max;
  });
}

describe("caps, against a search hour by hour", () => {
  const start = instant("2026-10-29T00:00:00Z");
  const hour = fc.integer({ min: 0, max: 200 }).map((hours) => start + hours * hourMs);
  const cap: fc.Arbitrary<Cap> = fc.oneof(
    fc.record({
      name: fc.constantFrom("a", "b"),
      per: fc.constantFrom("local-day" as const, "local-week" as const),
      max: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      name: fc.constantFrom("c", "d"),
      per: fc.constant("rolling" as const),
      hours: fc.integer({ min: 1, max: 100 }),
      max: fc.integer({ min: 1, max: 4 }),
    }),
  );
  const someZones = fc.uniqueArray(
    fc.constantFrom("America/New_York", "Pacific/Honolulu", "America/Adak", "Pacific/Guam"),
    { minLength: 1, maxLength: 3 },
  );

  it("open at the first hour that every cap allows, named by a cap that refused the one before", () => {
    fc.assert(
      fc.property(
        hour,
        fc.array(hour, { maxLength: 8 }),
        fc.array(cap, { maxLength: 3 }),
        someZones,
        (at, touches, caps, zones) => {
          const allowed = (then: number) =>
            caps.every((one) => isAllowed(then, touches, one, zones));
          let expected = at;
          while (!allowed(expected)) expected += hourMs;
          const result = capOpensAt(
            contact(at),
            touches.map((then) => contact(then)),
            {
              caps,
              place: { zones },
            },
          );
          expect(result?.at ?? at).toBe(expected);
          if (!result) return;
          const bound = caps.filter((one) => one.name === result.cap);
          expect(bound.some((one) => !isAllowed(expected - 1, touches, one, zones))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
