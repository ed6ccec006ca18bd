import * as z from "zod/mini";
import { codesOf, codesOfAll } from "./codes.ts";
import { quarantined, type Reading } from "./reading.ts";
import { isId, linkTo } from "./reference.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";

/** FHIR R4 Medication: hl7.org/fhir/R4/medication.html. */
export const Medication = z.object({
  ...resourceFields,
  resourceType: z.literal("Medication"),
  code: z.optional(Concept),
  ingredient: z.optional(z.array(z.object({ itemCodeableConcept: z.optional(Concept) }))),
});
type Medication = z.infer<typeof Medication>;

export function readMedication(resource: Medication): Reading {
  if (!isId(resource.id)) return quarantined("fhir/bad-id", "Medication");
  return { kind: "medication", id: `Medication/${resource.id}`, ...namesOf(resource) };
}

/** The fields by which every medicine resource names its medicine. */
export const medicationFields = {
  medicationCodeableConcept: z.optional(Concept),
  medicationReference: z.optional(Reference),
  contained: z.optional(z.array(z.unknown())),
};

interface Named {
  readonly medicationCodeableConcept?: Concept | undefined;
  readonly medicationReference?: Reference | undefined;
  readonly contained?: readonly unknown[] | undefined;
}

/** Codes of the medicine, from the concept, a contained Medication, or a reference to one. */
export function medicineOf(resource: Named): {
  readonly codes: readonly string[];
  readonly ingredients?: readonly string[] | undefined;
  readonly medication?: string | undefined;
} {
  const codes = codesOf(resource.medicationCodeableConcept);
  if (codes.length > 0) return { codes };
  const reference = resource.medicationReference?.reference;
  if (reference === undefined) return { codes };
  if (!reference.startsWith("#")) return { codes, medication: linkTo({ reference }, "Medication") };
  for (const candidate of resource.contained ?? []) {
    const medication = Medication.safeParse(candidate);
    if (medication.success && `#${medication.data.id}` === reference) {
      const { codes: names, ingredients } = namesOf(medication.data);
      return { codes: names, ingredients: ingredients.length === 0 ? undefined : ingredients };
    }
  }
  return { codes };
}

function namesOf(medication: Medication) {
  return {
    codes: codesOf(medication.code),
    ingredients: codesOfAll(medication.ingredient?.map((part) => part.itemCodeableConcept)),
  };
}
