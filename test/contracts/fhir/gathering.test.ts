import { describe, expect, it } from "vitest";
import { type Fault, Gathering } from "#contracts/fhir/gathering";
import { subjectOf } from "#contracts/fhir/subject";
import { dispense, observation, patient } from "#support/fhir";
import { day } from "#support/subject";

function gather(texts: readonly (object | string)[], wants = (_: readonly string[]) => true) {
  const faults: Fault[] = [];
  const gathering = new Gathering(wants, (fault) => faults.push(fault));
  texts.forEach((text, index) => {
    const place = { file: "f.ndjson", line: index + 1 };
    gathering.add(typeof text === "string" ? text : JSON.stringify(text), place);
  });
  return { patients: gathering.finish(), faults, counts: gathering.counts };
}

const medication = {
  resourceType: "Medication",
  id: "m1",
  code: { coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "617312" }] },
};

describe("gathering resources by patient", () => {
  it("finds the entries of a bundle", () => {
    const bundle = {
      resourceType: "Bundle",
      type: "collection",
      entry: [{ resource: patient() }, { resource: observation() }, { request: {} }],
    };
    const { patients, counts } = gather([bundle]);
    expect(patients).toHaveLength(1);
    expect(counts).toEqual([
      { resourceType: "Patient", accepted: 1, quarantined: 0 },
      { resourceType: "Observation", accepted: 1, quarantined: 0 },
    ]);
  });

  it("passes over a broken line, says where it is, and reads the rest", () => {
    const { patients, faults } = gather([patient(), '{"resourceType":', observation()]);
    expect(faults).toEqual([
      {
        file: "f.ndjson",
        line: 2,
        fault: expect.objectContaining({ reason: "fhir/not-json" }),
      },
    ]);
    expect(patients[0]?.facts.facts).toHaveLength(1);
  });

  it("waits for a medicine that comes after its fill", () => {
    const { medicationCodeableConcept: _, ...fill } = dispense();
    const named = { ...fill, medicationReference: { reference: "Medication/m1" } };
    const { patients, faults } = gather([named, medication]);
    expect(faults).toEqual([]);
    expect(patients[0]?.facts.facts[0]?.codes).toEqual(["rxnorm|617312"]);
    expect(gather([named]).faults[0]?.fault.reason).toBe("fhir/unknown-medication");
  });

  it("keeps the later version of a resource, in whatever order the two come", () => {
    const old = observation({ meta: { lastUpdated: "2026-05-04T08:00:00Z" } });
    const corrected = observation({
      status: "corrected",
      meta: { lastUpdated: "2026-05-06T08:00:00Z" },
      valueQuantity: { value: 8.1 },
    });
    const voided = observation({
      status: "entered-in-error",
      meta: { lastUpdated: "2026-05-07T08:00:00Z" },
    });
    const values = (...texts: object[]) =>
      gather(texts).patients[0]?.facts.facts.map((fact) => fact.value?.number);
    expect(values(old, corrected)).toEqual([8.1]);
    expect(values(corrected, old)).toEqual([8.1]);
    expect(values(old, voided)).toEqual([]);
    expect(values(voided, corrected, old)).toEqual([]);
  });

  it("drops facts that nobody asks about and keeps their patient", () => {
    const { patients } = gather([observation()], () => false);
    expect(patients.map((one) => [one.patient, one.facts.facts.length])).toEqual([["p1", 0]]);
  });

  it("tells days in the patient's own zone", () => {
    const night = observation({ effectiveDateTime: "2026-05-04T02:00:00Z" });
    const [gathered] = gather([patient(), night]).patients;
    const subject = gathered && subjectOf(gathered, day("2026-11-23"));
    expect(subject?.facts[0]?.from).toBe(day("2026-05-03"));
  });
});
