import * as z from "zod";
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
  status: z.string().optional(),
  class: Coding.optional(),
  type: z.array(Concept).optional(),
  serviceType: Concept.optional(),
  subject: Reference.optional(),
  period: Period.optional(),
  reasonCode: z.array(Concept).optional(),
  diagnosis: z.array(z.object({ condition: Reference.optional() })).optional(),
  hospitalization: z.object({ dischargeDisposition: Concept.optional() }).optional(),
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
