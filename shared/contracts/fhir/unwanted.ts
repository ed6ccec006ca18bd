import { codeOf } from "#domain/patient/code";
import type { Wants } from "./gathering.ts";
import { resourceTypeOf } from "./read-resource.ts";

/** Where the codes stand by which a fact is found, for the kinds that a chart is full of. */
const codedFields: Readonly<Record<string, readonly string[]>> = {
  Condition: ["code"],
  DiagnosticReport: ["code"],
  Encounter: ["type", "serviceType"],
  MedicationDispense: ["medicationCodeableConcept"],
  MedicationRequest: ["medicationCodeableConcept"],
  Observation: ["code"],
  Procedure: ["code"],
};

/**
 * Whether it is plain, before anything is checked, that nobody asks about this resource: it has
 * codes and none of them is wanted. In doubt it is wanted. Most of a chart is of no interest to
 * one audience, and checking it would take most of the time.
 */
export function isUnwanted(resource: unknown, wants: Wants): boolean {
  const fields = codedFields[resourceTypeOf(resource) ?? ""];
  if (fields === undefined) return false;
  const raw = resource as Readonly<Record<string, unknown>>;
  const codes: string[] = [];
  for (const field of fields) addCodes(raw[field], codes);
  if (codes.length === 0) return false;
  addOthers(raw, codes);
  return !wants(codes);
}

/** The parts of a panel, the class of a visit and where a stay led to. */
function addOthers(raw: Readonly<Record<string, unknown>>, codes: string[]): void {
  const { component, class: visitClass, hospitalization } = raw;
  if (Array.isArray(component))
    for (const part of component) addCodes(fieldOf(part, "code"), codes);
  if (visitClass !== undefined) addCoding(visitClass, codes);
  if (hospitalization !== undefined) {
    addCodes(fieldOf(hospitalization, "dischargeDisposition"), codes);
  }
}

function addCodes(concept: unknown, codes: string[]): void {
  if (Array.isArray(concept)) {
    for (const each of concept) addCodes(each, codes);
    return;
  }
  const coding = fieldOf(concept, "coding");
  if (Array.isArray(coding)) for (const each of coding) addCoding(each, codes);
}

function addCoding(coding: unknown, codes: string[]): void {
  const code = fieldOf(coding, "code");
  const system = fieldOf(coding, "system");
  if (typeof code !== "string" || code === "") return;
  codes.push(codeOf(typeof system === "string" ? system : undefined, code));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined;
}
