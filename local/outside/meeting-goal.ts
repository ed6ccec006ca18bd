import type { FhirResource } from "fhir/r4";
import type { Audience } from "#domain/audience/audience";
import type { Concept, Concepts } from "#domain/audience/concept";
import { keyed, namesOf } from "#domain/audience/condition";
import { chance } from "#domain/record/digest";
import type { Instant } from "#domain/time";

const systems: Readonly<Record<string, string>> = {
  loinc: "http://loinc.org",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
  hcpcs: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
};

/** What values of a concept usually are; a result of any other has none. */
const values: Readonly<Record<string, { from: number; through: number; unit: string }>> = {
  hba1c: { from: 5.5, through: 9.5, unit: "%" },
  egfr: { from: 40, through: 105, unit: "mL/min/{1.73_m2}" },
  uacr: { from: 3, through: 80, unit: "mg/g" },
  inr: { from: 1.8, through: 3.6, unit: "{INR}" },
};

interface Deed {
  /** Begins the ids of the resources. */
  readonly id: string;
  readonly patient: string;
  readonly goal: Audience;
  readonly concepts: Concepts;
  readonly at: Instant;
}

/**
 * What a clinic's system holds once a patient has done what a campaign asks for: a refill, or
 * results with their values. All parts of a goal that has several, one of those it may choose from.
 */
export function resourcesMeeting(deed: Deed): readonly FhirResource[] {
  return conceptsMeeting(deed.goal, deed.concepts).flatMap((concept, index) => {
    const code = codeOf(concept);
    return code === undefined ? [] : [resourceOf(deed, concept.name, code, index)];
  });
}

function conceptsMeeting(goal: Audience, concepts: Concepts): readonly Concept[] {
  const { key, value } = keyed(goal);
  if (key === "all") return value.flatMap((part) => conceptsMeeting(part, concepts));
  if (key === "any-of") {
    return (
      value.map((part) => conceptsMeeting(part, concepts)).find((some) => some.length > 0) ?? []
    );
  }
  if (key !== "any" && key !== "each" && key !== "filled") return [];
  const named = namesOf(value).flatMap((name) => concepts.get(name) ?? []);
  return key === "each" ? named : named.slice(0, 1);
}

/** Of a medicine the last product listed: the bare ingredient comes first and is never filled. */
function codeOf({ codes, ingredients = {} }: Concept): string | undefined {
  const products = Object.values(ingredients).flatMap((list) => list.slice(-1));
  return [...products, ...codes].find((code) => !code.endsWith("*"));
}

function resourceOf({ id, patient, at }: Deed, name: string, code: string, index: number) {
  const [system = "", bare = ""] = code.split("|");
  const coding = [{ system: systems[system] ?? system, code: bare }];
  const when = new Date(at).toISOString();
  const common = {
    id: index === 0 ? id : `${id}-${index + 1}`,
    subject: { reference: `Patient/${patient}` },
  };
  if (system === "rxnorm") {
    const daysSupply = { value: 90, unit: "days" };
    const what = { medicationCodeableConcept: { coding }, whenHandedOver: when, daysSupply };
    return { resourceType: "MedicationDispense", status: "completed", ...common, ...what } as const;
  }
  const what = { status: "final", ...common, code: { coding }, effectiveDateTime: when } as const;
  const range = values[name];
  if (range === undefined) return { resourceType: "DiagnosticReport", ...what } as const;
  const { from, through, unit } = range;
  const value = Math.round((from + chance(common.id) * (through - from)) * 10) / 10;
  const valueQuantity = { value, unit, system: "http://unitsofmeasure.org", code: unit };
  return { resourceType: "Observation", ...what, valueQuantity } as const;
}
