import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOfAll } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, overPeriod } from "./when.ts";

/** FHIR R4 CarePlan: hl7.org/fhir/R4/careplan.html. */
export const CarePlan = z.object({
  ...resourceFields,
  resourceType: z.literal("CarePlan"),
  status: z.optional(z.string()),
  intent: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  subject: z.optional(Reference),
  period: z.optional(Period),
});
type CarePlan = z.infer<typeof CarePlan>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  active: "active",
  completed: "done",
  "on-hold": "inactive",
  draft: "planned",
  unknown: "preliminary",
  revoked: "void",
  "entered-in-error": "void",
};

export function readCarePlan(resource: CarePlan): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "CarePlan");
  if (status === "void") return voidReading(resource, resource.subject);
  const { period } = resource;
  const when = status === "active" ? asState(period?.start, period?.end) : overPeriod(period);
  return factReading(resource, resource.subject, when, {
    kind: "care-plan",
    codes: codesOfAll(resource.category),
    status,
    statusCode: resource.status,
    intent: resource.intent,
  });
}
