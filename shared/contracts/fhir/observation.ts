import * as z from "zod/mini";
import type { FactComponent, FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, quantityOf, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { idOfAny, linkTo } from "./reference.ts";
import { Concept, Period, QuantityShape, Reference, resourceFields } from "./shape.ts";
import { onDate, overPeriod } from "./when.ts";

const valueFields = {
  valueQuantity: z.optional(QuantityShape),
  valueCodeableConcept: z.optional(Concept),
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.number()),
  valueString: z.optional(z.string()),
  valueRange: z.optional(z.unknown()),
  valueRatio: z.optional(z.unknown()),
  valueDateTime: z.optional(z.unknown()),
  valuePeriod: z.optional(z.unknown()),
};

/** FHIR R4 Observation: hl7.org/fhir/R4/observation.html. */
export const Observation = z.object({
  ...resourceFields,
  resourceType: z.literal("Observation"),
  status: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  code: Concept,
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  basedOn: z.optional(z.array(Reference)),
  effectiveDateTime: z.optional(z.string()),
  effectiveInstant: z.optional(z.string()),
  effectivePeriod: z.optional(Period),
  ...valueFields,
  interpretation: z.optional(z.array(Concept)),
  bodySite: z.optional(Concept),
  component: z.optional(z.array(z.object({ code: Concept, ...valueFields }))),
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
