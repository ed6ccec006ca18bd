import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDuration,
  addMonths,
  addYears,
  atLocal,
  dayFrom,
  dayOf,
  dayParts,
  formatDay,
  formatInstant,
  isZone,
  localTime,
  parseClock,
  parseDay,
  parseInstant,
  startOfDay,
  subtractFromDay,
  weekdayOf,
  yearsBetween,
} from "#domain/time";
import { nextDayStart } from "#domain/zone";
import { zones } from "#support/zone";

const day = (text: string): number => parseDay(text) as number;
const instant = (text: string): number => parseInstant(text) as number;

const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: -30_000, max: 47_000 });
const modernDay = fc.integer({ min: day("1970-01-03"), max: day("2099-12-28") });

function plainDate(of: number): Temporal.PlainDate {
  return Temporal.PlainDate.from("1970-01-01").add({ days: of });
}

describe("a calendar day", () => {
  it("agrees with the Gregorian calendar over two centuries", () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const date = plainDate(of);
        expect(dayParts(of)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(dayFrom(date.year, date.month, date.day)).toBe(of);
        expect(weekdayOf(of)).toBe(date.dayOfWeek);
        expect(formatDay(of)).toBe(date.toString());
        expect(parseDay(date.toString())).toBe(of);
      }),
      { numRuns: 300 },
    );
  });

  it("moves by months and years to the end of a shorter month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (of, months) => {
        expect(formatDay(addMonths(of, months))).toBe(plainDate(of).add({ months }).toString());
        expect(formatDay(addYears(of, months))).toBe(
          plainDate(of).add({ years: months }).toString(),
        );
      }),
      { numRuns: 300 },
    );
    expect(formatDay(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
    expect(formatDay(addYears(day("2024-02-29"), -1))).toBe("2023-02-28");
  });

  it("counts completed years that begin exactly on the birthday", () => {
    expect(yearsBetween(day("1984-12-31"), day("2026-12-31"))).toBe(42);
    expect(yearsBetween(day("1985-01-01"), day("2026-12-31"))).toBe(41);
    expect(yearsBetween(day("2004-02-29"), day("2026-02-28"))).toBe(22);
    expect(yearsBetween(day("2004-02-29"), day("2024-02-28"))).toBe(19);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 110 }), (birth, age) => {
        const birthday = addYears(birth, age);
        expect(yearsBetween(birth, birthday)).toBe(age);
        expect(yearsBetween(birth, birthday - 1)).toBe(age - 1);
      }),
      { numRuns: 200 },
    );
  });

  it("is not read from a date that does not exist", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-4-01", "20260401", ""]) {
      expect(parseDay(text)).toBeUndefined();
    }
  });
});

describe("an instant", () => {
  it("is read with any offset and written in any zone, to the same moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4.1e12 }), anyZone, (at, zone) => {
        expect(parseInstant(formatInstant(at, zone))).toBe(at);
        const expected = Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(zone)
          .toString({ timeZoneName: "never", fractionalSecondDigits: 3 });
        expect(formatInstant(at, zone).slice(0, 19)).toBe(expected.slice(0, 19));
        if (at > 1e11) expect(formatInstant(at, zone).slice(-6)).toBe(expected.slice(-6));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps milliseconds, cuts what is finer and takes FHIR's spellings", () => {
    expect(formatInstant(instant("2026-03-08T12:59:00.25Z"))).toBe("2026-03-08T12:59:00.250Z");
    expect(instant("2026-03-08T12:59:00.123999+00:00")).toBe(instant("2026-03-08T12:59:00.123Z"));
    expect(instant("2026-03-08T07:59-0500")).toBe(instant("2026-03-08T12:59:00Z"));
    expect(instant("2016-12-31T23:59:60Z")).toBe(instant("2016-12-31T23:59:59Z"));
    expect(formatInstant(-1)).toBe("1969-12-31T23:59:59.999Z");
  });

  it("is never guessed from a text without an offset or with an impossible part", () => {
    for (const text of [
      "2026-03-08T12:59:00",
      "2026-03-08",
      "2026-02-30T00:00:00Z",
      "2026-03-08T24:00:00Z",
      "2026-03-08T12:60:00Z",
      "2026-03-08T12:00:00+25:00",
      "2026-03-08 12:00:00Z",
      "now",
    ]) {
      expect(parseInstant(text)).toBeUndefined();
    }
  });
});

describe("a zone", () => {
  it("is a name of the IANA database, never an offset", () => {
    for (const zone of [...zones, "UTC", "US/Eastern"]) expect(isZone(zone)).toBe(true);
    for (const text of ["", "+05:00", "Eastern", "Mars/Olympus", "2026-01-01T00:00Z", "[UTC]"]) {
      expect(isZone(text)).toBe(false);
    }
    expect(() => dayOf(0, "Mars/Olympus")).toThrow(RangeError);
  });

  it("shows the clock that Temporal shows, from 1970 to 2100", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: -1e12, max: 4.1e12 }), (zone, at) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(formatDay(dayOf(at, zone))).toBe(shown.toPlainDate().toString());
        expect(localTime(at, zone)).toEqual({
          day: dayOf(at, zone),
          minute: shown.hour * 60 + shown.minute,
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("finds a local time as Temporal does: first of two, and after a gap", () => {
    fc.assert(
      fc.property(anyZone, modernDay, fc.integer({ min: 0, max: 1439 }), (zone, of, minute) => {
        const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
        const expected = plainDate(of).toPlainDateTime(time).toZonedDateTime(zone);
        expect(atLocal(of, minute, zone)).toBe(expected.epochMilliseconds);
        expect(startOfDay(of, zone)).toBe(
          plainDate(of).toZonedDateTime(zone).startOfDay().epochMilliseconds,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with Temporal at every minute around every change from 2024 to 2032", () => {
    for (const zone of zones) {
      let at = Temporal.Instant.from("2024-01-01T00:00Z").toZonedDateTimeISO(zone);
      for (;;) {
        const next = at.getTimeZoneTransition("next");
        if (!next || next.year > 2031) break;
        for (const minutes of [-121, -61, -31, -1, 0, 1, 29, 30, 59, 60, 121]) {
          const around = next.add({ minutes });
          const expected = around.toPlainDateTime().toZonedDateTime(zone);
          const local = localTime(around.epochMilliseconds, zone);
          expect(local.minute).toBe(around.hour * 60 + around.minute);
          expect(atLocal(local.day, local.minute, zone)).toBe(expected.epochMilliseconds);
          const midnight = around.startOfDay();
          expect(startOfDay(local.day, zone)).toBe(midnight.epochMilliseconds);
        }
        at = next;
      }
    }
  });

  it("skips a midnight, and a whole day, that never was", () => {
    const first = startOfDay(day("2026-09-06"), "America/Santiago");
    expect(formatInstant(first, "America/Santiago")).toBe("2026-09-06T01:00:00-03:00");
    const apia = startOfDay(day("2011-12-30"), "Pacific/Apia");
    expect(formatInstant(apia, "Pacific/Apia")).toBe("2011-12-31T00:00:00+14:00");
    expect(nextDayStart(instant("2011-12-29T12:00:00-10:00"), "Pacific/Apia")).toBe(apia);
  });

  it("finds the next day where the clock is set back over midnight", () => {
    const zone = "America/St_Johns";
    const again = instant("2010-11-06T23:30:00-03:30");
    expect(formatInstant(nextDayStart(again, zone), zone)).toBe("2010-11-07T00:00:00-03:30");
    const before = instant("2010-11-06T23:30:00-02:30");
    expect(formatInstant(nextDayStart(before, zone), zone)).toBe("2010-11-07T00:00:00-02:30");
  });

  it("answers more than a million times a second", () => {
    const zone = "America/New_York";
    let sum = 0;
    const started = performance.now();
    for (let index = 0; index < 200_000; index++) {
      const at = 1.79e12 + index * 61_000;
      sum += dayOf(at, zone) + localTime(at, zone).minute + atLocal(20_000, index % 1440, zone);
    }
    expect(sum).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(600);
  });
});

describe("a duration", () => {
  const zone = "America/New_York";

  it("keeps the wall clock for days and the elapsed time for hours over a change", () => {
    const before = instant("2026-03-07T10:00:00-05:00");
    const later = (count: number, unit: "days" | "hours") =>
      formatInstant(addDuration(before, { unit, count }, zone), zone);
    expect(later(1, "days")).toBe("2026-03-08T10:00:00-04:00");
    expect(later(24, "hours")).toBe("2026-03-08T11:00:00-04:00");
  });

  it("adds calendar parts as Temporal does", () => {
    const unit = fc.constantFrom("minutes", "hours", "days", "weeks", "months", "years");
    fc.assert(
      fc.property(
        anyZone,
        fc.integer({ min: 1.7e12, max: 1.95e12 }),
        unit,
        fc.integer({ min: 1, max: 60 }),
        (of, at, part, count) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO(of)
            .add({ [part]: count });
          expect(addDuration(at, { unit: part, count }, of)).toBe(expected.epochMilliseconds);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("of no days is the same moment, in the second of two equal hours too", () => {
    const second = instant("2026-11-01T01:30:00-05:00");
    expect(addDuration(second, { unit: "days", count: 0 }, zone)).toBe(second);
  });

  it("looks back over months, years and working days", () => {
    const back = (
      text: string,
      count: number,
      unit: Parameters<typeof subtractFromDay>[1]["unit"],
    ) => formatDay(subtractFromDay(day(text), { unit, count }));
    expect(back("2026-12-31", 27, "months")).toBe("2024-09-30");
    expect(back("2024-02-29", 1, "years")).toBe("2023-02-28");
    expect(back("2026-03-09", 2, "weeks")).toBe("2026-02-23");
    expect(back("2026-03-09", 25, "hours")).toBe("2026-03-07");
    expect(back("2026-11-30", 2, "business-days")).toBe("2026-11-25");
  });
});

describe("business days", () => {
  const business = {
    zone: "America/Chicago",
    opens: "09:00",
    closes: "17:00",
    days: [1, 2, 3, 4, 5],
  };
  const due = (at: string, count: number) =>
    formatInstant(
      addDuration(instant(at), { unit: "business-days", count }, "America/New_York", business),
      business.zone,
    );

  it("end at the close of a day that follows the first working day", () => {
    expect(due("2026-11-16T10:00:00-06:00", 1)).toBe("2026-11-17T17:00:00-06:00");
    expect(due("2026-11-16T07:00:00-06:00", 1)).toBe("2026-11-17T17:00:00-06:00");
    expect(due("2026-11-16T16:59:59-06:00", 1)).toBe("2026-11-17T17:00:00-06:00");
    expect(due("2026-11-16T17:00:00-06:00", 1)).toBe("2026-11-18T17:00:00-06:00");
    expect(due("2026-11-16T10:00:00-06:00", 0)).toBe("2026-11-16T17:00:00-06:00");
  });

  it("leave out weekends and holidays", () => {
    expect(due("2026-11-21T12:00:00-06:00", 1)).toBe("2026-11-24T17:00:00-06:00");
    expect(due("2026-11-25T12:00:00-06:00", 1)).toBe("2026-11-27T17:00:00-06:00");
    expect(due("2026-07-02T18:00:00-05:00", 1)).toBe("2026-07-07T17:00:00-05:00");
  });

  it("are Monday to Friday, nine to five, where no calendar is given", () => {
    const at = instant("2026-11-20T18:00:00-05:00");
    const end = addDuration(at, { unit: "business-days", count: 1 }, "America/New_York");
    expect(formatInstant(end, "America/New_York")).toBe("2026-11-24T17:00:00-05:00");
  });

  it("never end for a business that never opens, and that is said", () => {
    const duration = { unit: "business-days", count: 1 } as const;
    for (const never of [{ days: [] }, { opens: "17:00" }, { closes: "late" }]) {
      expect(() => addDuration(0, duration, "UTC", { ...business, ...never })).toThrow(
        "business/never-open",
      );
    }
  });
});

describe("a wall clock", () => {
  it("reads from midnight to midnight", () => {
    expect(parseClock("00:00")).toBe(0);
    expect(parseClock("9:05")).toBe(545);
    expect(parseClock("24:00")).toBe(1440);
    for (const text of ["24:01", "12:60", "noon", "12", "-1:00"]) {
      expect(parseClock(text)).toBeUndefined();
    }
  });
});
