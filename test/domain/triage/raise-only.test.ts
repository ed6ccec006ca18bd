import { describe, expect, it } from "vitest";
import { highest, oneUp } from "#domain/triage/raise-only";
import { triage } from "#domain/triage/triage";

describe("the more urgent of two tiers", () => {
  it.each([
    ["T0", "T1", "T0"],
    ["T2", "T1", "T1"],
    ["T2", "T3", "T2"],
    ["T4", "T3", "T3"],
    ["T4", "T4", "T4"],
  ] as const)("of %s and %s is %s", (left, right, more) => {
    expect(highest(left, right)).toBe(more);
  });

  it("is the only one when the other is none", () => {
    expect(highest(undefined, "T3")).toBe("T3");
    expect(highest("T3", undefined)).toBe("T3");
    expect(highest(undefined, undefined)).toBeUndefined();
  });
});

describe("words that were heard badly", () => {
  it.each([
    ["T0", "T0"],
    ["T1", "T1"],
    ["T2", "T1"],
    ["T3", "T2"],
    ["T4", "T3"],
  ] as const)("raise %s to %s", (heard, raised) => {
    expect(oneUp(heard)).toBe(raised);
  });
});

describe("a reply that is only for a person", () => {
  it("has no tier at all", () => {
    expect(triage("rather die than pay")).toStrictEqual({
      review: true,
      spans: expect.any(Array),
    });
  });
});
