import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { factReading, voidReading } from "./fact-reading.ts";
import { medicationFields, medicineOf } from "./medication.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Period, Reference, resourceFields } from "./shape.ts";
import { onDate, overPeriod } from "./when.ts";

/** FHIR R4 MedicationAdministration: hl7.org/fhir/R4/medicationadministration.html. */
export const MedicationAdministration = z.object({
  ...resourceFields,
  resourceType: z.literal("MedicationAdministration"),
  status: z.optional(z.string()),
  ...medicationFields,
  subject: z.optional(Reference),
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: z.optional(Period),
});
type MedicationAdministration = z.infer<typeof MedicationAdministration>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  completed: "done",
  "in-progress": "preliminary",
  "on-hold": "preliminary",
  unknown: "preliminary",
  stopped: "inactive",
  "not-done": "void",
  "entered-in-error": "void",
};

export function readMedicationAdministration(resource: MedicationAdministration): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "MedicationAdministration");
  if (status === "void") return voidReading(resource, resource.subject);
  const when = resource.effectivePeriod
    ? overPeriod(resource.effectivePeriod)
    : onDate(resource.effectiveDateTime);
  return factReading(resource, resource.subject, when, {
    kind: "medication-administration",
    ...medicineOf(resource),
    status,
    statusCode: resource.status,
  });
}
