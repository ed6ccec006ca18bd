import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";
import { onDate, unknownStart } from "./when.ts";

/** FHIR R4 FamilyMemberHistory: hl7.org/fhir/R4/familymemberhistory.html. */
export const FamilyMemberHistory = z.object({
  ...resourceFields,
  resourceType: z.literal("FamilyMemberHistory"),
  status: z.optional(z.string()),
  patient: z.optional(Reference),
  relationship: z.optional(Concept),
  date: z.optional(z.string()),
  condition: z.optional(z.array(z.object({ code: z.optional(Concept) }))),
});
type FamilyMemberHistory = z.infer<typeof FamilyMemberHistory>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  completed: "done",
  partial: "done",
  "health-unknown": "void",
  "entered-in-error": "void",
};

/** Its codes are the relative's diagnoses, never the patient's own; `categories` says whose. */
export function readFamilyMemberHistory(resource: FamilyMemberHistory): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "FamilyMemberHistory");
  if (status === "void") return voidReading(resource, resource.patient);
  const when = resource.date === undefined ? unknownStart : onDate(resource.date);
  return factReading(resource, resource.patient, when, {
    kind: "family-history",
    codes: codesOfAll(resource.condition?.map((condition) => condition.code)),
    status,
    statusCode: resource.status,
    categories: codesOf(resource.relationship),
  });
}
