import type { Fact, FactKind } from "../patient/fact.ts";

/**
 * What a fact is to the patient, in the word a rule uses: the same code may be ordered, done,
 * refused, reported or no more than somebody else's history.
 */
export const factRoles = [
  "order",
  "refusal",
  "procedure",
  "result",
  "report",
  "diagnosis",
  "visit",
  "medicine",
  "fill",
  "vaccine",
  "device",
  "allergy",
  "reaction",
  "appointment",
  "coverage",
  "family-history",
] as const;
export type FactRole = (typeof factRoles)[number];

const kindsOf: Readonly<Record<FactRole, readonly FactKind[]>> = {
  order: ["service-request", "medication-request", "device-request"],
  refusal: ["service-request", "medication-request", "device-request"],
  procedure: ["procedure"],
  result: ["observation"],
  report: ["report"],
  diagnosis: ["condition"],
  visit: ["encounter"],
  medicine: [
    "medication-request",
    "medication-dispense",
    "medication-statement",
    "medication-administration",
  ],
  fill: ["medication-dispense"],
  vaccine: ["immunization"],
  device: ["device-request"],
  allergy: ["allergy"],
  reaction: ["adverse-event"],
  appointment: ["appointment"],
  coverage: ["coverage"],
  "family-history": ["family-history"],
};

/**
 * Whether the fact plays the role. What happened must be certain by the measure of the condition
 * that asks (`counts`); the rest has a measure of its own, for an order is never a deed.
 */
export function plays(fact: Fact, role: FactRole, counts: (fact: Fact) => boolean): boolean {
  if (!kindsOf[role].includes(fact.kind)) return false;
  switch (role) {
    case "order":
      return isOrdered(fact) && !fact.isProhibited && isInForce(fact);
    case "refusal":
      return fact.isProhibited === true && fact.status !== "planned";
    case "fill":
      return fact.status === "done";
    case "allergy":
    case "family-history":
      return true;
    case "appointment":
      return fact.status !== "preliminary";
    default:
      return counts(fact);
  }
}

const ordering: ReadonlySet<string> = new Set([
  "order",
  "original-order",
  "reflex-order",
  "filler-order",
  "instance-order",
]);

/**
 * Whether a request orders and does not only plan or propose (FHIR R4 request-intent; the intents
 * that the public eCQM library `Status` 1.15.0 takes). A source without a word orders.
 */
export function isOrdered({ intent }: Pick<Fact, "intent">): boolean {
  return intent === undefined || ordering.has(intent);
}

function isInForce({ status }: Fact): boolean {
  return status === "active" || status === "done";
}
