import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { medicationFields, medicineOf } from "./medication.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, onDate, overPeriod, unknownStart } from "./when.ts";

/** FHIR R4 MedicationStatement: hl7.org/fhir/R4/medicationstatement.html. */
export const MedicationStatement = z.object({
  ...resourceFields,
  resourceType: z.literal("MedicationStatement"),
  status: z.optional(z.string()),
  ...medicationFields,
  subject: z.optional(Reference),
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: z.optional(Period),
  dateAsserted: z.optional(z.string()),
  reasonCode: z.optional(z.array(Concept)),
});
type MedicationStatement = z.infer<typeof MedicationStatement>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  active: "active",
  completed: "done",
  intended: "planned",
  stopped: "inactive",
  "on-hold": "inactive",
  unknown: "preliminary",
  "not-taken": "void",
  "entered-in-error": "void",
};

export function readMedicationStatement(resource: MedicationStatement): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "MedicationStatement");
  if (status === "void") return voidReading(resource, resource.subject);
  return factReading(resource, resource.subject, takenWhen(resource, status), {
    kind: "medication-statement",
    ...medicineOf(resource),
    status,
    statusCode: resource.status,
    reasons: someOf(codesOfAll(resource.reasonCode)),
  });
}

function takenWhen(resource: MedicationStatement, status: FactStatus) {
  const { effectivePeriod: period } = resource;
  const start = period?.start ?? resource.effectiveDateTime ?? resource.dateAsserted;
  if (status === "active") return asState(start, period?.end);
  if (period?.start !== undefined) return overPeriod(period);
  return start === undefined ? unknownStart : onDate(start);
}
