import * as z from "zod/mini";
import { codesOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";
import { onDate } from "./when.ts";

/** FHIR R4 Immunization: hl7.org/fhir/R4/immunization.html. */
export const Immunization = z.object({
  ...resourceFields,
  resourceType: z.literal("Immunization"),
  status: z.optional(z.string()),
  vaccineCode: z.optional(Concept),
  patient: z.optional(Reference),
  encounter: z.optional(Reference),
  occurrenceDateTime: z.optional(z.string()),
});
type Immunization = z.infer<typeof Immunization>;

export function readImmunization(resource: Immunization): Reading {
  switch (resource.status) {
    case "not-done":
    case "entered-in-error":
      return voidReading(resource, resource.patient);
    case "completed":
      return factReading(resource, resource.patient, onDate(resource.occurrenceDateTime), {
        kind: "immunization",
        codes: codesOf(resource.vaccineCode),
        status: "done",
        encounter: linkTo(resource.encounter, "Encounter"),
      });
    default:
      return quarantined("fhir/no-status", "Immunization");
  }
}
