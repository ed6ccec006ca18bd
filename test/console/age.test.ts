import { describe, expect, it } from "vitest";
import { callNumber } from "../../console/patient/call-number.ts";
import { ageOn } from "../../console/person/age.ts";

describe("a patient's age", () => {
  it.each([
    ["1958-04-12", "2026-04-11T23:59:59Z", 67],
    ["1958-04-12", "2026-04-12T00:00:00Z", 68],
    ["2024-02-29", "2025-02-28T12:00:00Z", 0],
    ["2024-02-29", "2025-03-01T12:00:00Z", 1],
  ])("born on %s is on %s %i", (birthDate, at, age) => {
    expect(ageOn(birthDate, Date.parse(at))).toBe(age);
  });
});

describe("the number of a call", () => {
  it("is its moment, in letters that evidence may have", () => {
    const number = callNumber(new Date("2026-11-26T14:03:05.123Z"));
    expect(number).toBe("call-20261126-140305");
    expect(number).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
  });
});
