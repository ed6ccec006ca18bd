import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { medicationFields, medicineOf } from "./medication.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Concept, Period, QuantityShape, Reference, resourceFields } from "./shape.ts";
import { Dosage, daysOfSupply } from "./supply.ts";
import { asState, onDate, unknownStart } from "./when.ts";

/** FHIR R4 MedicationRequest: hl7.org/fhir/R4/medicationrequest.html. */
export const MedicationRequest = z.object({
  ...resourceFields,
  resourceType: z.literal("MedicationRequest"),
  status: z.optional(z.string()),
  intent: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  doNotPerform: z.optional(z.boolean()),
  ...medicationFields,
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  authoredOn: z.optional(z.string()),
  reasonCode: z.optional(z.array(Concept)),
  dosageInstruction: z.optional(z.array(Dosage)),
  dispenseRequest: z.optional(
    z.object({
      validityPeriod: z.optional(Period),
      numberOfRepeatsAllowed: z.optional(z.number()),
      quantity: z.optional(QuantityShape),
      expectedSupplyDuration: z.optional(QuantityShape),
    }),
  ),
});
type MedicationRequest = z.infer<typeof MedicationRequest>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  active: "active",
  completed: "done",
  "on-hold": "inactive",
  stopped: "inactive",
  draft: "planned",
  unknown: "preliminary",
  cancelled: "void",
  "entered-in-error": "void",
};

/**
 * An order holds from the start of its dosage, else the day it was written, to the end of the
 * dosage; an active one without an end stays open.
 */
export function readMedicationRequest(resource: MedicationRequest): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "MedicationRequest");
  if (status === "void") return voidReading(resource, resource.subject);
  const dispense = resource.dispenseRequest;
  return factReading(resource, resource.subject, orderedWhen(resource, status), {
    kind: "medication-request",
    ...medicineOf(resource),
    status,
    statusCode: resource.status,
    intent: resource.intent,
    isProhibited: resource.doNotPerform ? true : undefined,
    categories: someOf(codesOfAll(resource.category)),
    reasons: someOf(codesOfAll(resource.reasonCode)),
    daysSupply: daysOfSupply(
      dispense?.expectedSupplyDuration,
      dispense?.quantity,
      resource.dosageInstruction,
    ),
    repeats: dispense?.numberOfRepeatsAllowed,
    encounter: linkTo(resource.encounter, "Encounter"),
  });
}

function orderedWhen(resource: MedicationRequest, status: FactStatus) {
  const bounds = resource.dosageInstruction?.[0]?.timing?.repeat?.boundsPeriod;
  const start =
    bounds?.start ?? resource.authoredOn ?? resource.dispenseRequest?.validityPeriod?.start;
  if (status === "active" || bounds?.end !== undefined) return asState(start, bounds?.end);
  return start === undefined ? unknownStart : onDate(start);
}
