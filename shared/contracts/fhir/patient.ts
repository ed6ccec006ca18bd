import * as z from "zod/mini";
import { quarantined, type Reading } from "./reading.ts";
import { isId } from "./reference.ts";
import { Coding, Concept, Period, Reference, resourceFields } from "./shape.ts";

/** FHIR primitives may be `null` inside a list, when only an extension stands at that place. */
const Text = z.nullish(z.string());

const Extension = z.object({
  url: z.string(),
  valueCode: z.optional(z.string()),
  valueString: z.optional(z.string()),
  valueCoding: z.optional(Coding),
  valueBoolean: z.optional(z.boolean()),
  valueCodeableConcept: z.optional(Concept),
});

const Telecom = z.object({
  system: z.optional(z.string()),
  value: z.optional(z.string()),
  use: z.optional(z.string()),
  rank: z.optional(z.number()),
  period: z.optional(Period),
});

/** FHIR R4 Patient with the US Core sex extensions: hl7.org/fhir/R4/patient.html. */
export const PatientResource = z.object({
  ...resourceFields,
  resourceType: z.literal("Patient"),
  active: z.optional(z.boolean()),
  name: z.optional(
    z.array(
      z.object({
        use: z.optional(z.string()),
        text: z.optional(z.string()),
        family: z.optional(z.string()),
        given: z.optional(z.array(Text)),
        period: z.optional(Period),
      }),
    ),
  ),
  telecom: z.optional(z.array(Telecom)),
  contact: z.optional(
    z.array(
      z.object({
        relationship: z.optional(z.array(Concept)),
        telecom: z.optional(z.array(Telecom)),
        period: z.optional(Period),
      }),
    ),
  ),
  gender: z.optional(z.string()),
  birthDate: z.optional(z.string()),
  deceasedBoolean: z.optional(z.boolean()),
  deceasedDateTime: z.optional(z.string()),
  address: z.optional(
    z.array(
      z.object({
        use: z.optional(z.string()),
        state: z.optional(z.string()),
        postalCode: z.optional(z.string()),
        country: z.optional(z.string()),
        period: z.optional(Period),
        extension: z.optional(z.array(Extension)),
      }),
    ),
  ),
  communication: z.optional(
    z.array(z.object({ language: z.optional(Concept), preferred: z.optional(z.boolean()) })),
  ),
  link: z.optional(
    z.array(z.object({ other: z.optional(Reference), type: z.optional(z.string()) })),
  ),
  managingOrganization: z.optional(Reference),
  extension: z.optional(z.array(Extension)),
});
export type PatientResource = z.infer<typeof PatientResource>;

export function readPatient(resource: PatientResource): Reading {
  if (!isId(resource.id)) return quarantined("fhir/bad-id", "Patient");
  return { kind: "patient", patient: resource.id, resource };
}
