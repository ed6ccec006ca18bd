import * as z from "zod";
import { quarantined, type Reading } from "./reading.ts";
import { isId } from "./reference.ts";
import { Coding, Concept, Period, Reference, resourceFields } from "./shape.ts";

/** FHIR primitives may be `null` inside a list, when only an extension stands at that place. */
const Text = z.string().nullish();

const Extension = z.object({
  url: z.string(),
  valueCode: z.string().optional(),
  valueString: z.string().optional(),
  valueCoding: Coding.optional(),
  valueBoolean: z.boolean().optional(),
  valueCodeableConcept: Concept.optional(),
});

const Telecom = z.object({
  system: z.string().optional(),
  value: z.string().optional(),
  use: z.string().optional(),
  rank: z.number().optional(),
  period: Period.optional(),
});

/** FHIR R4 Patient with the US Core sex extensions: hl7.org/fhir/R4/patient.html. */
export const PatientResource = z.object({
  ...resourceFields,
  resourceType: z.literal("Patient"),
  active: z.boolean().optional(),
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        text: z.string().optional(),
        family: z.string().optional(),
        given: z.array(Text).optional(),
        period: Period.optional(),
      }),
    )
    .optional(),
  telecom: z.array(Telecom).optional(),
  contact: z
    .array(
      z.object({
        relationship: z.array(Concept).optional(),
        telecom: z.array(Telecom).optional(),
        period: Period.optional(),
      }),
    )
    .optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
  address: z
    .array(
      z.object({
        use: z.string().optional(),
        state: z.string().optional(),
        postalCode: z.string().optional(),
        country: z.string().optional(),
        period: Period.optional(),
        extension: z.array(Extension).optional(),
      }),
    )
    .optional(),
  communication: z
    .array(z.object({ language: Concept.optional(), preferred: z.boolean().optional() }))
    .optional(),
  link: z.array(z.object({ other: Reference.optional(), type: z.string().optional() })).optional(),
  extension: z.array(Extension).optional(),
});
export type PatientResource = z.infer<typeof PatientResource>;

export function readPatient(resource: PatientResource): Reading {
  if (!isId(resource.id)) return quarantined("fhir/bad-id", "Patient");
  return { kind: "patient", patient: resource.id, resource };
}
