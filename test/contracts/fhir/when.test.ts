import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asState, onDate, overPeriod, parseFhirDate } from "#contracts/fhir/when";
import { formatDay, parseInstant } from "#domain/time";
import { day } from "#support/subject";

describe("a FHIR date", () => {
  it("of a year or a month means any day of it", () => {
    expect(parseFhirDate("2024")).toMatchObject({
      first: day("2024-01-01"),
      last: day("2024-12-31"),
      precision: "year",
    });
    expect(parseFhirDate("2024-02")).toMatchObject({ last: day("2024-02-29"), precision: "month" });
  });

  it("with a time is the day that its own offset showed, and the moment itself", () => {
    const late = parseFhirDate("2026-01-01T23:30:00.500-05:00");
    expect(late).toMatchObject({ first: day("2026-01-01"), precision: "instant" });
    expect(late?.instant).toBe(parseInstant("2026-01-02T04:30:00.500Z"));
  });

  it("with a time and no offset keeps its day", () => {
    expect(parseFhirDate("2026-01-01T23:30:00")).toEqual({
      first: day("2026-01-01"),
      last: day("2026-01-01"),
      precision: "day",
    });
  });

  it.each([
    "2026-02-29",
    "2026-13",
    "26",
    "2026-1-1",
    "2026-01-01T25:00:00Z",
    "soon",
    "",
    "2026-04-31",
  ])("%s is no date", (text) => {
    expect(parseFhirDate(text)).toBeUndefined();
  });

  it("reads every day of two centuries back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 40_000 }), (at) => {
        expect(parseFhirDate(formatDay(at))).toMatchObject({ first: at, last: at });
      }),
    );
  });
});

describe("the dates of a fact", () => {
  it("leave an event of one day without an end", () => {
    expect(overPeriod({ start: "2026-05-04T08:00:00Z", end: "2026-05-04T09:00:00Z" })).toEqual({
      from: day("2026-05-04"),
      precision: "instant",
      instant: parseInstant("2026-05-04T08:00:00Z"),
    });
  });

  it("take 9999 for no end and the year 1 for an unknown start", () => {
    expect(asState("2020-01-01", "9999-12-31")).toMatchObject({ isOpen: true });
    expect(onDate("0001-01-01")).toMatchObject({ precision: "unknown" });
  });

  it("refuse an end that is no date rather than take the state for open", () => {
    expect(asState("2020-01-01", "later")).toBe("fhir/bad-date");
  });
});
