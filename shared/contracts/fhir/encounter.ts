import * as z from "zod/mini";
import { codeOf } from "#domain/patient/code";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Coding, Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, overPeriod } from "./when.ts";

/** FHIR R4 Encounter: hl7.org/fhir/R4/encounter.html. */
export const Encounter = z.object({
  ...resourceFields,
  resourceType: z.literal("Encounter"),
  status: z.optional(z.string()),
  class: z.optional(Coding),
  type: z.optional(z.array(Concept)),
  serviceType: z.optional(Concept),
  subject: z.optional(Reference),
  period: z.optional(Period),
  reasonCode: z.optional(z.array(Concept)),
  diagnosis: z.optional(z.array(z.object({ condition: z.optional(Reference) }))),
  hospitalization: z.optional(z.object({ dischargeDisposition: z.optional(Concept) })),
});
type Encounter = z.infer<typeof Encounter>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  finished: "done",
  planned: "planned",
  arrived: "active",
  triaged: "active",
  "in-progress": "active",
  onleave: "active",
  unknown: "preliminary",
  cancelled: "void",
  "entered-in-error": "void",
};

/** Its codes are its types and its class, so that "in hospital now" is a code like any other. */
export function readEncounter(resource: Encounter): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Encounter");
  if (status === "void") return voidReading(resource, resource.subject);
  const { period, class: coding } = resource;
  const isUnderWay = status === "active" && period?.start !== undefined;
  const when = isUnderWay ? asState(period.start, period.end) : overPeriod(period);
  const encounterClass =
    coding?.code === undefined ? undefined : codeOf(coding.system, coding.code);
  return factReading(resource, resource.subject, when, {
    kind: "encounter",
    codes: [
      ...codesOfAll(resource.type),
      ...codesOf(resource.serviceType),
      ...(encounterClass === undefined ? [] : [encounterClass]),
    ],
    status,
    statusCode: resource.status,
    encounterClass,
    reasons: someOf(codesOfAll(resource.reasonCode)),
    dispositions: someOf(codesOf(resource.hospitalization?.dischargeDisposition)),
    diagnoses: someOf(
      (resource.diagnosis ?? []).flatMap(
        (diagnosis) => linkTo(diagnosis.condition, "Condition") ?? [],
      ),
    ),
  });
}
