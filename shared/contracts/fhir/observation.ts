import * as z from "zod";
import type { FactComponent, FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, quantityOf, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { idOfAny, linkTo } from "./reference.ts";
import { Concept, Period, QuantityShape, Reference, resourceFields } from "./shape.ts";
import { onDate, overPeriod } from "./when.ts";

const valueFields = {
  valueQuantity: QuantityShape.optional(),
  valueCodeableConcept: Concept.optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  valueRange: z.unknown().optional(),
  valueRatio: z.unknown().optional(),
  valueDateTime: z.unknown().optional(),
  valuePeriod: z.unknown().optional(),
};

/** FHIR R4 Observation: hl7.org/fhir/R4/observation.html. */
export const Observation = z.object({
  ...resourceFields,
  resourceType: z.literal("Observation"),
  status: z.string().optional(),
  category: z.array(Concept).optional(),
  code: Concept,
  subject: Reference.optional(),
  encounter: Reference.optional(),
  basedOn: z.array(Reference).optional(),
  effectiveDateTime: z.string().optional(),
  effectiveInstant: z.string().optional(),
  effectivePeriod: Period.optional(),
  ...valueFields,
  interpretation: z.array(Concept).optional(),
  bodySite: Concept.optional(),
  component: z.array(z.object({ code: Concept, ...valueFields })).optional(),
});
type Observation = z.infer<typeof Observation>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  final: "done",
  amended: "done",
  corrected: "done",
  registered: "preliminary",
  preliminary: "preliminary",
  unknown: "preliminary",
  cancelled: "void",
  "entered-in-error": "void",
};

export function readObservation(resource: Observation): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Observation");
  if (status === "void") return voidReading(resource, resource.subject);
  const when = resource.effectivePeriod
    ? overPeriod(resource.effectivePeriod)
    : onDate(resource.effectiveDateTime ?? resource.effectiveInstant);
  return factReading(resource, resource.subject, when, {
    kind: "observation",
    codes: codesOf(resource.code),
    status,
    statusCode: resource.status,
    categories: someOf(codesOfAll(resource.category)),
    ...resultOf(resource),
    valueBoolean: resource.valueBoolean,
    components: someOf((resource.component ?? []).map(componentOf)),
    interpretation: someOf(codesOfAll(resource.interpretation)),
    sites: someOf(codesOf(resource.bodySite)),
    encounter: linkTo(resource.encounter, "Encounter"),
    basedOn: someOf((resource.basedOn ?? []).flatMap((on) => idOfAny(on) ?? [])),
  });
}

type Valued = Pick<Observation, Extract<keyof Observation, `value${string}`>>;

function resultOf(valued: Valued) {
  const value =
    valued.valueInteger === undefined
      ? quantityOf(valued.valueQuantity)
      : { number: valued.valueInteger };
  const valueCodes = someOf(codesOf(valued.valueCodeableConcept));
  return { value, valueCodes, hasOtherValue: hasOtherValue(valued) ? (true as const) : undefined };
}

/** A result in words or in a form that no rule compares still proves that the test was done. */
function hasOtherValue(valued: Valued): boolean {
  return (
    valued.valueString !== undefined ||
    valued.valueRange !== undefined ||
    valued.valueRatio !== undefined ||
    valued.valueDateTime !== undefined ||
    valued.valuePeriod !== undefined ||
    (valued.valueCodeableConcept !== undefined && codesOf(valued.valueCodeableConcept).length === 0)
  );
}

function componentOf(component: NonNullable<Observation["component"]>[number]): FactComponent {
  const { value, valueCodes } = resultOf(component);
  return {
    codes: codesOf(component.code),
    ...(value === undefined ? {} : { value }),
    ...(valueCodes === undefined ? {} : { valueCodes }),
  };
}
