import * as z from "zod/mini";
import { anyCoverage } from "#domain/patient/code";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState } from "./when.ts";

/** FHIR R4 Coverage: hl7.org/fhir/R4/coverage.html. */
export const Coverage = z.object({
  ...resourceFields,
  resourceType: z.literal("Coverage"),
  status: z.optional(z.string()),
  type: z.optional(Concept),
  beneficiary: z.optional(Reference),
  period: z.optional(Period),
});
type Coverage = z.infer<typeof Coverage>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  active: "active",
  draft: "planned",
  cancelled: "void",
  "entered-in-error": "void",
};

export function readCoverage(resource: Coverage): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Coverage");
  if (status === "void") return voidReading(resource, resource.beneficiary);
  const when = asState(resource.period?.start, resource.period?.end);
  return factReading(resource, resource.beneficiary, when, {
    kind: "coverage",
    codes: [anyCoverage, ...codesOf(resource.type)],
    status,
    statusCode: resource.status,
  });
}
