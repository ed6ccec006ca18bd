import { facilityStayDaysMax } from "../limits.ts";
import type { Day } from "../time.ts";
import type { Code } from "./code.ts";
import type { Fact } from "./fact.ts";

/**
 * Kinds of stay in a hospital or nursing home, as FHIR R4 names the class of an encounter:
 * inpatient, acute inpatient, non-acute inpatient, observation.
 * Source: terminology.hl7.org/ValueSet-v3-ActEncounterCode.
 */
export const facilityClasses: readonly Code[] = ["act|IMP", "act|ACUTE", "act|NONAC", "act|OBSENC"];

/**
 * Whether the patient is in a hospital or nursing home on that day: a stay has begun and not ended.
 * Somebody else gives the medicines and orders the tests there, so campaigns rest. A stay that
 * nobody closed in the source system is taken for over after a year.
 */
export function isInFacility(facts: readonly Fact[], today: Day): boolean {
  return facts.some(
    ({ kind, status, encounterClass = "", from, through, isOpen }) =>
      kind === "encounter" &&
      status === "active" &&
      facilityClasses.includes(encounterClass) &&
      from <= today &&
      today - from <= facilityStayDaysMax &&
      (isOpen === true || (through !== undefined && through >= today)),
  );
}
