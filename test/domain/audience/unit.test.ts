import { describe, expect, it } from "vitest";
import { inUnit } from "#domain/audience/unit";

const hba1c = {
  name: "hba1c",
  codes: [],
  units: [{ from: "mmol/mol", to: "%", times: 0.091_48, plus: 2.152 }],
};
const ldl = { name: "ldl", codes: [], units: [{ from: "mmol/L", to: "mg/dL", times: 38.67 }] };

describe("a value in another unit", () => {
  it.each([
    [48, 6.543_04],
    [53, 7.000_44],
    [75, 9.013],
  ])("of %d mmol/mol is %d %%", (number, percent) => {
    expect(inUnit({ number, unit: "mmol/mol" }, "%", [hba1c])?.number).toBeCloseTo(percent, 5);
  });

  it("is converted in either direction and comes back as it was", () => {
    const there = inUnit({ number: 190, unit: "mg/dL" }, "mmol/L", [ldl]);
    expect(there?.number).toBeCloseTo(4.913, 3);
    expect(there && inUnit(there, "mg/dL", [ldl])?.number).toBeCloseTo(190, 6);
  });

  it("stays as it is where the unit is only spelled otherwise", () => {
    expect(inUnit({ number: 190, unit: " MG/dl" }, "mg/dL", [])?.number).toBe(190);
  });

  it("keeps what is off the scale off the scale", () => {
    expect(inUnit({ number: 15, unit: "mmol/L", comparator: ">" }, "mg/dL", [ldl])).toMatchObject({
      comparator: ">",
    });
  });

  it.each([[{ number: 9 }], [{ number: 9, unit: "g/L" }]])("is unknown: %j", (value) => {
    expect(inUnit(value, "%", [hba1c])).toBeUndefined();
  });
});
