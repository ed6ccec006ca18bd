import type { Observation } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import type { Person } from "./person.ts";

/** What a laboratory measured. */
export interface Test {
  /** In the ids of its results. */
  readonly name: string;
  readonly loinc: string;
  readonly display: string;
  /** UCUM; none for what is told in words. */
  readonly unit?: string;
}

/** A final result. Times are in UTC, as servers write them: some fall on another day at home. */
export function resultOf(
  { id }: Person,
  { name, loinc, display, unit }: Test,
  at: { readonly on: Day; readonly hour: number; readonly number: number },
  value: number | string,
): Observation {
  return {
    resourceType: "Observation",
    id: `${id}-${name}-${at.number}`,
    status: "final",
    category: [
      {
        coding: [
          {
            system: "http://terminology.hl7.org/CodeSystem/observation-category",
            code: "laboratory",
          },
        ],
      },
    ],
    code: { coding: [{ system: "http://loinc.org", code: loinc, display }] },
    subject: { reference: `Patient/${id}` },
    effectiveDateTime: `${formatDay(at.on)}T${String(at.hour)}:15:00Z`,
    ...(typeof value === "string"
      ? { valueString: value }
      : {
          valueQuantity: {
            value,
            ...(unit === undefined
              ? {}
              : { unit, system: "http://unitsofmeasure.org", code: unit }),
          },
        }),
  };
}
