import { describe, expect, it } from "vitest";
import { daysOfSupply } from "#contracts/fhir/supply";

const repeat = (fields: object) => [{ timing: { repeat: fields } }];

describe("the days that a fill lasts", () => {
  it("are those stated, in days, weeks or months", () => {
    expect(daysOfSupply({ value: 30 }, undefined, undefined)).toBe(30);
    expect(daysOfSupply({ value: 4, code: "wk" }, undefined, undefined)).toBe(28);
    expect(daysOfSupply({ value: 3, code: "mo" }, undefined, undefined)).toBe(90);
  });

  it("follow from quantity, dose and doses a day when not stated", () => {
    const twice = repeat({ frequency: 2, period: 1, periodUnit: "d" });
    expect(daysOfSupply(undefined, { value: 60 }, twice)).toBe(30);
    const two = [{ ...twice[0], doseAndRate: [{ doseQuantity: { value: 2, unit: "tablet" } }] }];
    expect(daysOfSupply(undefined, { value: 60, unit: "tablet" }, two)).toBe(15);
    const weekly = repeat({ frequency: 1, period: 1, periodUnit: "wk" });
    expect(daysOfSupply(undefined, { value: 4 }, weekly)).toBe(28);
    expect(daysOfSupply(undefined, { value: 61 }, twice)).toBe(30);
  });

  it("take the larger frequency of a range, times of day, or one dose a day", () => {
    const range = repeat({ frequency: 1, frequencyMax: 2, period: 1, periodUnit: "d" });
    expect(daysOfSupply(undefined, { value: 30 }, range)).toBe(15);
    expect(daysOfSupply(undefined, { value: 30 }, repeat({ timeOfDay: ["08:00", "20:00"] }))).toBe(
      15,
    );
    expect(daysOfSupply(undefined, { value: 30 }, undefined)).toBe(30);
  });

  it("are unknown when a dose in milligrams meets a quantity in tablets", () => {
    const dose = [{ doseAndRate: [{ doseQuantity: { value: 20, unit: "mg" } }] }];
    expect(daysOfSupply(undefined, { value: 30, unit: "tablet" }, dose)).toBeUndefined();
  });

  it.each([0, -30, 99_999, Number.NaN])("are unknown for %d", (value) => {
    expect(daysOfSupply({ value }, undefined, undefined)).toBeUndefined();
  });
});
