import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { idOfAny, linkTo } from "./reference.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { onDate, overPeriod } from "./when.ts";

/** FHIR R4 DiagnosticReport: hl7.org/fhir/R4/diagnosticreport.html. */
export const DiagnosticReport = z.object({
  ...resourceFields,
  resourceType: z.literal("DiagnosticReport"),
  status: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  code: Concept,
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  basedOn: z.optional(z.array(Reference)),
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: z.optional(Period),
  issued: z.optional(z.string()),
  conclusionCode: z.optional(z.array(Concept)),
});
type DiagnosticReport = z.infer<typeof DiagnosticReport>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  final: "done",
  amended: "done",
  corrected: "done",
  appended: "done",
  registered: "preliminary",
  partial: "preliminary",
  preliminary: "preliminary",
  unknown: "preliminary",
  cancelled: "void",
  "entered-in-error": "void",
};

export function readDiagnosticReport(resource: DiagnosticReport): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "DiagnosticReport");
  if (status === "void") return voidReading(resource, resource.subject);
  const when = resource.effectivePeriod
    ? overPeriod(resource.effectivePeriod)
    : onDate(resource.effectiveDateTime ?? resource.issued);
  return factReading(resource, resource.subject, when, {
    kind: "report",
    codes: codesOf(resource.code),
    status,
    statusCode: resource.status,
    categories: someOf(codesOfAll(resource.category)),
    valueCodes: someOf(codesOfAll(resource.conclusionCode)),
    encounter: linkTo(resource.encounter, "Encounter"),
    basedOn: someOf((resource.basedOn ?? []).flatMap((on) => idOfAny(on) ?? [])),
  });
}
