import type { Fact } from "#domain/patient/fact";
import type { Instant } from "#domain/time";
import type { PatientResource } from "./patient.ts";

/** What became of one FHIR resource. */
export type Reading =
  | { readonly kind: "patient"; readonly patient: string; readonly resource: PatientResource }
  | {
      readonly kind: "fact";
      readonly patient: string;
      readonly fact: Fact;
      /** `Medication/1`: the codes are there, and the fact has none until it is read too. */
      readonly medication?: string;
    }
  | {
      readonly kind: "medication";
      readonly id: string;
      readonly codes: readonly string[];
      readonly ingredients: readonly string[];
    }
  | Ignored
  | Quarantined;

/** Well-formed, and yet no evidence: a resource we do not use, or one that says it is void. */
export interface Ignored {
  readonly kind: "ignored";
  readonly resourceType: string;
  readonly because: "not-used" | "void";
  /** `Observation/1` when void: an earlier version that was imported must go. */
  readonly id?: string;
  readonly patient?: string;
  readonly updatedAt?: Instant;
}

/** Unreadable. `advice` is written for the sender's engineers and holds field names only. */
export interface Quarantined {
  readonly kind: "quarantined";
  readonly resourceType?: string;
  readonly reason: QuarantineReason;
  readonly advice: string;
}

export type QuarantineReason = keyof typeof adviceFor;

const adviceFor = {
  "fhir/not-json": "The line is not JSON. Send one resource per line, cut nowhere.",
  "fhir/not-a-resource": "The JSON has no resourceType. Send FHIR R4 resources.",
  "fhir/unknown-resource": "FHIR R4 has no such resourceType. Check the sender's FHIR version.",
  "fhir/bad-shape": "A field has the wrong form.",
  "fhir/bad-id": "The id must be 1 to 64 letters, digits, hyphens or points.",
  "fhir/no-patient-reference": "No patient is named. Fill subject, patient or beneficiary.",
  "fhir/no-code": "No code is given. Send at least one coding with its system.",
  "fhir/no-status": "The status is missing or not one of FHIR R4.",
  "fhir/no-date": "No clinical date is given, so nobody can tell when it happened.",
  "fhir/bad-date": "A date is impossible or not written as FHIR R4 writes dates.",
  "fhir/period-reversed": "A period ends before it begins.",
  "fhir/unknown-medication": "The medication it refers to was not sent with it.",
  "fhir/unreadable-file": "The file cannot be read to its end. Send it again.",
  "fhir/line-too-long": "The line is longer than one resource may be.",
} as const;

export function quarantined(
  reason: QuarantineReason,
  resourceType?: string,
  field?: string,
): Quarantined {
  const advice = field === undefined ? adviceFor[reason] : `${adviceFor[reason]} See ${field}.`;
  return { kind: "quarantined", reason, advice, ...(resourceType ? { resourceType } : {}) };
}
