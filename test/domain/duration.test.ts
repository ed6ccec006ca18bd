import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "#domain/duration";

describe("a duration in words", () => {
  it.each([
    ["2 days", { unit: "days", count: 2 }],
    ["1 business day", { unit: "business-days", count: 1 }],
    ["3 business days", { unit: "business-days", count: 3 }],
    ["27 months", { unit: "months", count: 27 }],
    ["3 weeks", { unit: "weeks", count: 3 }],
    ["12 hours", { unit: "hours", count: 12 }],
    ["30 minutes", { unit: "minutes", count: 30 }],
    ["180 days", { unit: "days", count: 180 }],
    [" 1  Year ", { unit: "years", count: 1 }],
  ] as const)("reads %j", (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  it.each([
    "",
    "2",
    "days",
    "2days",
    "-1 day",
    "1.5 days",
    "two days",
    "2 fortnights",
    "2 days 3 hours",
    "1 business week",
    "1 constructor",
    "1000000 days",
  ])("does not read %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it("is read as it is written", () => {
    const unit = fc.constantFrom(
      "minutes",
      "hours",
      "days",
      "weeks",
      "months",
      "years",
      "business-days",
    );
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 99_999 }), (part, count) => {
        const duration = { unit: part, count } as const;
        expect(parseDuration(formatDuration(duration))).toEqual(duration);
      }),
    );
  });
});
