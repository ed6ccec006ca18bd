import * as z from "zod/mini";
import { codesOf, codesOfAll, firstCode } from "./codes.ts";
import { verificationOf } from "./condition.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import type { Reading } from "./reading.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, onDate } from "./when.ts";

/** FHIR R4 AllergyIntolerance: hl7.org/fhir/R4/allergyintolerance.html. */
export const AllergyIntolerance = z.object({
  ...resourceFields,
  resourceType: z.literal("AllergyIntolerance"),
  clinicalStatus: z.optional(Concept),
  verificationStatus: z.optional(Concept),
  code: z.optional(Concept),
  patient: z.optional(Reference),
  onsetDateTime: z.optional(z.string()),
  onsetPeriod: z.optional(Period),
  recordedDate: z.optional(z.string()),
  reaction: z.optional(z.array(z.object({ substance: z.optional(Concept) }))),
});
type AllergyIntolerance = z.infer<typeof AllergyIntolerance>;

export function readAllergyIntolerance(resource: AllergyIntolerance): Reading {
  const verification = firstCode(resource.verificationStatus);
  if (verification === "refuted" || verification === "entered-in-error") {
    return voidReading(resource, resource.patient);
  }
  const clinical = firstCode(resource.clinicalStatus);
  const isOver = clinical === "inactive" || clinical === "resolved";
  const start = resource.onsetDateTime ?? resource.onsetPeriod?.start ?? resource.recordedDate;
  const codes = [
    ...codesOf(resource.code),
    ...codesOfAll(resource.reaction?.map((reaction) => reaction.substance)),
  ];
  const when = isOver && start !== undefined ? onDate(start) : asState(start, undefined);
  return factReading(resource, resource.patient, when, {
    kind: "allergy",
    codes,
    status: isOver ? "inactive" : "active",
    statusCode: clinical,
    verification: verificationOf(verification),
  });
}
