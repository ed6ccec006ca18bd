import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { medicationFields, medicineOf } from "./medication.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { QuantityShape, Reference, resourceFields } from "./shape.ts";
import { Dosage, daysOfSupply } from "./supply.ts";
import { onDate } from "./when.ts";

/** FHIR R4 MedicationDispense: hl7.org/fhir/R4/medicationdispense.html. */
export const MedicationDispense = z.object({
  ...resourceFields,
  resourceType: z.literal("MedicationDispense"),
  status: z.optional(z.string()),
  ...medicationFields,
  subject: z.optional(Reference),
  authorizingPrescription: z.optional(z.array(Reference)),
  quantity: z.optional(QuantityShape),
  daysSupply: z.optional(QuantityShape),
  whenPrepared: z.optional(z.string()),
  whenHandedOver: z.optional(z.string()),
  dosageInstruction: z.optional(z.array(Dosage)),
});
type MedicationDispense = z.infer<typeof MedicationDispense>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  completed: "done",
  "in-progress": "done",
  "on-hold": "done",
  preparation: "preliminary",
  unknown: "preliminary",
  stopped: "inactive",
  cancelled: "void",
  declined: "void",
  "entered-in-error": "void",
};

/** A fill starts when it was handed over, else when it was prepared; the dose period is unused. */
export function readMedicationDispense(resource: MedicationDispense): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "MedicationDispense");
  if (status === "void") return voidReading(resource, resource.subject);
  const when = onDate(resource.whenHandedOver ?? resource.whenPrepared);
  return factReading(resource, resource.subject, when, {
    kind: "medication-dispense",
    ...medicineOf(resource),
    status,
    statusCode: resource.status,
    daysSupply: daysOfSupply(resource.daysSupply, resource.quantity, resource.dosageInstruction),
    basedOn: someOf(
      (resource.authorizingPrescription ?? []).flatMap(
        (on) => linkTo(on, "MedicationRequest") ?? [],
      ),
    ),
  });
}
