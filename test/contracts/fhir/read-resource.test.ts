import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readResource } from "#contracts/fhir/read-resource";
import type { Reading } from "#contracts/fhir/reading";
import { resourcesOf } from "#contracts/fhir/resources-of";
import { dispense, observation, patient } from "#support/fhir";
import { day } from "#support/subject";

function factOf(resource: unknown) {
  const reading = readResource(resource);
  if (reading.kind !== "fact") throw new Error(`no fact: ${JSON.stringify(reading)}`);
  return reading.fact;
}

function reasonOf(resource: unknown): string | undefined {
  const reading = readResource(resource);
  return reading.kind === "quarantined" ? reading.reason : undefined;
}

describe("a FHIR resource that is evidence", () => {
  it("becomes a fact with its code, day, value and unit", () => {
    expect(factOf(observation())).toEqual({
      id: "Observation/a1c-1",
      kind: "observation",
      codes: ["loinc|4548-4"],
      from: day("2026-05-04"),
      precision: "day",
      status: "done",
      statusCode: "final",
      value: { number: 7.1, unit: "%" },
    });
  });

  it("names its patient however the reference is written", () => {
    for (const reference of [
      "Patient/p1",
      "https://ehr.example.com/fhir/Patient/p1",
      "Patient/p1/_history/3",
      "urn:uuid:p1",
    ]) {
      expect(readResource(observation({ subject: { reference } }))).toMatchObject({
        kind: "fact",
        patient: "p1",
      });
    }
  });

  it("keeps both values of a blood pressure apart", () => {
    const part = (code: string, value: number) => ({
      code: { coding: [{ system: "http://loinc.org", code }] },
      valueQuantity: { value, code: "mm[Hg]" },
    });
    const { valueQuantity: _, ...panel } = observation({
      component: [part("8480-6", 138), part("8462-4", 84)],
    });
    expect(factOf(panel).components).toEqual([
      { codes: ["loinc|8480-6"], value: { number: 138, unit: "mm[Hg]" } },
      { codes: ["loinc|8462-4"], value: { number: 84, unit: "mm[Hg]" } },
    ]);
  });

  it("counts a test whose result is words as done, and one without result as without", () => {
    const { valueQuantity: _, ...bare } = observation();
    expect(factOf({ ...bare, valueString: "see report" }).hasOtherValue).toBe(true);
    expect(factOf(bare)).not.toHaveProperty("hasOtherValue");
  });

  it("marks a preliminary result as preliminary", () => {
    expect(factOf(observation({ status: "preliminary" })).status).toBe("preliminary");
  });

  it("takes a diagnosis from onset to abatement as a period, and without an end as open", () => {
    const diabetes = {
      resourceType: "Condition",
      id: "c1",
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "e119" }] },
      subject: { reference: "Patient/p1" },
      onsetDateTime: "2019",
    };
    expect(factOf(diabetes)).toMatchObject({
      codes: ["icd10cm|E11.9"],
      from: day("2019-01-01"),
      latest: day("2019-12-31"),
      precision: "year",
      isOpen: true,
      status: "active",
    });
    const ended = factOf({ ...diabetes, abatementDateTime: "2020-02" });
    expect(ended).toMatchObject({ through: day("2020-02-29"), status: "inactive" });
    expect(ended.isOpen).toBeUndefined();
  });

  it("keeps a diagnosis or an operation without a date, as of long ago", () => {
    const removed = {
      resourceType: "Procedure",
      id: "x",
      status: "completed",
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-pcs", code: "0HTV0ZZ" }] },
      subject: { reference: "Patient/p1" },
    };
    expect(factOf(removed)).toMatchObject({ precision: "unknown", from: day("1900-01-01") });
  });

  it("starts a fill when it was handed over, else when it was prepared", () => {
    expect(factOf(dispense({ whenPrepared: "2026-05-01" })).from).toBe(day("2026-05-04"));
    const { whenHandedOver: _, ...prepared } = dispense({ whenPrepared: "2026-05-01" });
    expect(factOf(prepared)).toMatchObject({ from: day("2026-05-01"), daysSupply: 30 });
  });

  it("finds the medicine in a contained Medication", () => {
    const code = { coding: [{ system: "http://hl7.org/fhir/sid/ndc", code: "1-2-3" }] };
    const { medicationCodeableConcept: _, ...fill } = dispense();
    const named = {
      ...fill,
      contained: [{ resourceType: "Medication", id: "med", code }],
      medicationReference: { reference: "#med" },
    };
    expect(factOf(named).codes).toEqual(["ndc|1-2-3"]);
  });
});

describe("a FHIR resource that says it is void", () => {
  const voided: readonly (readonly [string, object])[] = [
    ["a result entered in error", observation({ status: "entered-in-error" })],
    ["a cancelled test", observation({ status: "cancelled" })],
    ["a declined fill", dispense({ status: "declined" })],
    [
      "a refuted diagnosis",
      {
        resourceType: "Condition",
        id: "c1",
        verificationStatus: { coding: [{ code: "refuted" }] },
        subject: { reference: "Patient/p1" },
      },
    ],
    [
      "a vaccination not done",
      {
        resourceType: "Immunization",
        id: "i1",
        status: "not-done",
        patient: { reference: "Patient/p1" },
      },
    ],
  ];
  it.each(voided)("%s is no fact", (_, resource) => {
    expect(readResource(resource)).toMatchObject({ kind: "ignored", because: "void" });
  });
});

describe("a FHIR resource that cannot be read", () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    [
      "a date that does not exist",
      "fhir/bad-date",
      observation({ effectiveDateTime: "2026-02-31" }),
    ],
    ["no patient", "fhir/no-patient-reference", { ...observation(), subject: undefined }],
    ["no code", "fhir/no-code", observation({ code: { text: "HbA1c" } })],
    ["a status FHIR does not have", "fhir/no-status", { ...observation(), status: "done" }],
    ["a number where an object belongs", "fhir/bad-shape", { ...observation(), valueQuantity: 7 }],
    ["no id", "fhir/bad-id", { ...observation(), id: undefined }],
    ["an id that would break our keys", "fhir/bad-id", { ...observation(), id: "a/b#c" }],
    ["no date", "fhir/no-date", { ...observation(), effectiveDateTime: undefined }],
    [
      "a resource FHIR does not know",
      "fhir/unknown-resource",
      { resourceType: "Sighting", id: "1" },
    ],
    ["no resource at all", "fhir/not-a-resource", { hello: "world" }],
    ["a list", "fhir/not-a-resource", []],
    ["nothing", "fhir/not-a-resource", null],
    [
      "a period that ends before it begins",
      "fhir/period-reversed",
      {
        ...observation(),
        effectiveDateTime: undefined,
        effectivePeriod: { start: "2026-05-04", end: "2026-05-01" },
      },
    ],
  ];
  it.each(cases)("with %s is quarantined as %s", (_, reason, resource) => {
    expect(reasonOf(resource)).toBe(reason);
  });

  it("names the field that is wrong and never what it held", () => {
    const reading = readResource({
      ...patient(),
      name: [{ family: ["Canary"], given: "Ada" }],
      birthDate: "1966-06-15",
    });
    expect(reading).toMatchObject({ reason: "fhir/bad-shape", resourceType: "Patient" });
    expect(JSON.stringify(reading)).toContain("Patient.name.family");
    expect(JSON.stringify(reading)).not.toMatch(/Canary|Ada|1966|555/);
  });

  it("does not repeat a resourceType that it does not know", () => {
    expect(JSON.stringify(readResource({ resourceType: "Ada Canary 617-555-0134" }))).not.toContain(
      "Canary",
    );
  });

  it("keeps the JSON parser's quotes of the input to itself", () => {
    const answer = resourcesOf('{"resourceType":"Patient","name":"Ada Canary');
    expect(answer).toMatchObject({ reason: "fhir/not-json" });
    expect(JSON.stringify(answer)).not.toContain("Canary");
  });

  it("never throws, whatever is there", () => {
    const types = fc.constantFrom("Observation", "Patient", "Condition", "MedicationDispense", "x");
    const kinds: ReadonlySet<Reading["kind"]> = new Set([
      "patient",
      "fact",
      "medication",
      "ignored",
      "quarantined",
    ]);
    fc.assert(
      fc.property(types, fc.dictionary(fc.string(), fc.jsonValue()), (resourceType, fields) => {
        expect(kinds.has(readResource({ ...fields, resourceType }).kind)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a FHIR resource that we do not use", () => {
  it("is passed over without a complaint", () => {
    expect(readResource({ resourceType: "Practitioner", id: "1" })).toEqual({
      kind: "ignored",
      resourceType: "Practitioner",
      because: "not-used",
    });
  });
});
