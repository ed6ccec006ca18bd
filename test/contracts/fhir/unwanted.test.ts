import { describe, expect, it } from "vitest";
import { Gathering, type Wants } from "#contracts/fhir/gathering";
import { isUnwanted } from "#contracts/fhir/unwanted";

const loinc = (code: string) => ({ coding: [{ system: "http://loinc.org", code }] });
const wants: Wants = (codes) => codes.some((code) => code === "loinc|1" || code === "act|IMP");
const about = { subject: { reference: "Patient/p" } };
const observation = { ...about, resourceType: "Observation", id: "o", status: "final" };

describe("a resource that nobody asks about", () => {
  it.each([
    ["another test", { ...observation, code: loinc("2") }],
    [
      "a panel of other tests",
      { ...observation, code: loinc("2"), component: [{ code: loinc("3") }] },
    ],
    ["another diagnosis", { ...about, resourceType: "Condition", code: loinc("2") }],
  ])("is passed over: %s", (_, resource) => {
    expect(isUnwanted(resource, wants)).toBe(true);
  });

  it.each([
    ["the test itself", { ...observation, code: loinc("1") }],
    ["a part of a panel", { ...observation, code: loinc("2"), component: [{ code: loinc("1") }] }],
    [
      "a class of visit",
      {
        resourceType: "Encounter",
        type: [loinc("2")],
        class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "IMP" },
      },
    ],
    [
      "a resource that was taken back without its code",
      { ...observation, status: "entered-in-error" },
    ],
    [
      "a medicine that is named by reference",
      { resourceType: "MedicationRequest", medicationReference: {} },
    ],
    ["a kind that is not looked into", { resourceType: "Flag", code: loinc("2") }],
    ["no resource at all", null],
  ])("is not %s", (_, resource) => {
    expect(isUnwanted(resource, wants)).toBe(false);
  });

  it("makes no difference to what is kept", () => {
    const bundle = JSON.stringify({
      resourceType: "Bundle",
      entry: [
        { resource: { resourceType: "Patient", id: "p" } },
        {
          resource: { ...observation, id: "a", code: loinc("1"), effectiveDateTime: "2026-01-01" },
        },
        {
          resource: { ...observation, id: "b", code: loinc("2"), effectiveDateTime: "2026-01-01" },
        },
        { resource: { ...observation, id: "c", code: loinc("2"), effectiveDateTime: "never" } },
      ],
    });
    const keptWith = (skipsUnwanted: boolean) => {
      const gathering = new Gathering(wants, () => undefined, { skipsUnwanted });
      gathering.add(bundle, { file: "x", line: 1 });
      return gathering.finish().map(({ patient, facts }) => [patient, facts.facts]);
    };
    expect(keptWith(true)).toEqual(keptWith(false));
    expect(keptWith(true)).toMatchObject([["p", [{ id: "Observation/a" }]]]);
  });
});
