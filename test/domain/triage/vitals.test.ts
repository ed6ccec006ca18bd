import { describe, expect, it } from "vitest";
import { triage } from "#domain/triage/triage";

describe("a number with a name or a unit", () => {
  it.each([
    ["bp 190/125", "T2"],
    ["my pressure is 182 over 95", "T2"],
    ["bp 190/125 and a bad headache", "T1"],
    ["bp is 200/118 with chest tightness", "T1"],
    ["sugar is 45", "T1"],
    ["blood sugar 62", "T2"],
    ["blood sugar 62 and dizzy", "T1"],
    ["glucose 320 and vomiting", "T1"],
    ["glucose was 355 this morning", "T2"],
    ["azúcar en 48", "T1"],
    ["sugar 2.8 mmol", "T1"],
    ["oxygen 85", "T1"],
    ["my sp02 is 84", "T1"],
    ["o2sat 91", "T2"],
    ["fever of 104", "T2"],
    ["temp 39.8", "T2"],
    ["pulse 145", "T2"],
    ["gained 5 lbs in 2 days", "T2"],
    ["up 3 kg this week", "T2"],
  ])("%s is %s", (text, tier) => {
    expect(triage(text).tier).toBe(tier);
  });

  it.each([
    "bp 130/80",
    "12/25",
    "1/2",
    "my a1c is 45",
    "sugar was 120",
    "temp 98.6",
    "oxygen at 2 liters",
    "sugar at 10 am",
    "I take 40 units",
    "call 555-0100",
    "lost 5 lbs in 2 days",
  ])("%s is no emergency", (text) => {
    expect(["T0", "T1", "T2"]).not.toContain(triage(text).tier);
  });

  it("is past when it was", () => {
    expect(triage("last year my bp was 200/120").tier).toBe("T3");
  });
});

describe("a number alone", () => {
  it.each(["1", "9", "45", " 2.", "185"])("%s is never a vital sign", (text) => {
    expect(triage(text)).toEqual({ review: false, spans: [] });
  });
});
