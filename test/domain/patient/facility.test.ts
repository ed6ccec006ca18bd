import { describe, expect, it } from "vitest";
import { facilityStayDaysMax } from "#domain/limits";
import { isInFacility } from "#domain/patient/facility";
import type { Fact } from "#domain/patient/fact";
import { parseDay } from "#domain/time";

const today = parseDay("2026-11-30") as number;

function stay(overrides: Partial<Fact> = {}): Fact {
  return {
    id: "Encounter/1",
    kind: "encounter",
    codes: ["act|IMP"],
    encounterClass: "act|IMP",
    from: today - 2,
    isOpen: true,
    precision: "day",
    status: "active",
    ...overrides,
  };
}

describe("a patient is in a hospital or nursing home", () => {
  it.each(["act|IMP", "act|ACUTE", "act|NONAC", "act|OBSENC"])(
    "during an open stay: %s",
    (kind) => {
      expect(isInFacility([stay({ encounterClass: kind })], today)).toBe(true);
    },
  );

  it("on the first day, and while a leave has an end that is still to come", () => {
    expect(isInFacility([stay({ from: today })], today)).toBe(true);
    const { isOpen: _, ...dated } = stay();
    expect(isInFacility([{ ...dated, through: today }], today)).toBe(true);
  });
});

describe("a patient is at home", () => {
  it.each([
    ["after the discharge", { status: "done", through: today }],
    ["before an admission that is planned", { status: "planned", from: today + 3 }],
    ["before the stay begins", { from: today + 1 }],
    ["during a visit to the clinic", { encounterClass: "act|AMB" }],
    ["when a condition is open, which is no stay", { kind: "condition" }],
    ["when a stay was forgotten for more than a year", { from: today - facilityStayDaysMax - 1 }],
  ] as const)("%s", (_, overrides) => {
    expect(isInFacility([stay(overrides as Partial<Fact>)], today)).toBe(false);
  });

  it("when the stay's last day is over", () => {
    const { isOpen: _, ...dated } = stay();
    expect(isInFacility([{ ...dated, through: today - 1 }], today)).toBe(false);
  });
});
