import type { MedicationDispense, Observation, Patient } from "fhir/r4";

/** A final HbA1c of 7.1 % on an ordinary day. */
export function observation(overrides: Partial<Observation> = {}): Observation {
  return {
    resourceType: "Observation",
    id: "a1c-1",
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }] },
    subject: { reference: "Patient/p1" },
    effectiveDateTime: "2026-05-04",
    valueQuantity: { value: 7.1, unit: "%", system: "http://unitsofmeasure.org", code: "%" },
    ...overrides,
  };
}

/** Thirty tablets of a statin, handed over. */
export function dispense(overrides: Partial<MedicationDispense> = {}): MedicationDispense {
  return {
    resourceType: "MedicationDispense",
    id: "fill-1",
    status: "completed",
    medicationCodeableConcept: {
      coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "617312" }],
    },
    subject: { reference: "Patient/p1" },
    daysSupply: { value: 30, code: "d" },
    whenHandedOver: "2026-05-04",
    ...overrides,
  };
}

/** A woman of 60 in Boston with a mobile and a mailbox. */
export function patient(overrides: Partial<Patient> = {}): Patient {
  return {
    resourceType: "Patient",
    id: "p1",
    active: true,
    name: [{ use: "official", family: "Canary", given: ["Ada"] }],
    gender: "female",
    birthDate: "1966-06-15",
    telecom: [
      { system: "phone", value: "(617) 555-0134", use: "mobile" },
      { system: "email", value: "Ada.Canary@Example.com" },
    ],
    address: [{ use: "home", city: "Boston", state: "MA", postalCode: "02108" }],
    communication: [{ language: { coding: [{ code: "en-US" }] } }],
    ...overrides,
  };
}

/** The lines of an NDJSON file. */
export function ndjson(...resources: readonly (object | string)[]): string {
  return resources.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
}
