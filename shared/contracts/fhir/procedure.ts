import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { idOfAny, linkTo } from "./reference.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { onDate, overPeriod, unknownStart } from "./when.ts";

/** FHIR R4 Procedure: hl7.org/fhir/R4/procedure.html. */
export const Procedure = z.object({
  ...resourceFields,
  resourceType: z.literal("Procedure"),
  status: z.optional(z.string()),
  category: z.optional(Concept),
  code: z.optional(Concept),
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  basedOn: z.optional(z.array(Reference)),
  performedDateTime: z.optional(z.string()),
  performedPeriod: z.optional(Period),
  bodySite: z.optional(z.array(Concept)),
  reasonCode: z.optional(z.array(Concept)),
});
type Procedure = z.infer<typeof Procedure>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  completed: "done",
  preparation: "preliminary",
  "in-progress": "preliminary",
  "on-hold": "preliminary",
  stopped: "preliminary",
  unknown: "preliminary",
  "not-done": "void",
  "entered-in-error": "void",
};

/** Without a date it still proves that an organ is gone, so it is kept as of long ago. */
export function readProcedure(resource: Procedure): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Procedure");
  if (status === "void") return voidReading(resource, resource.subject);
  const when = resource.performedPeriod
    ? overPeriod(resource.performedPeriod)
    : onDate(resource.performedDateTime);
  return factReading(resource, resource.subject, when === "fhir/no-date" ? unknownStart : when, {
    kind: "procedure",
    codes: codesOf(resource.code),
    status,
    statusCode: resource.status,
    categories: someOf(codesOf(resource.category)),
    sites: someOf(codesOfAll(resource.bodySite)),
    reasons: someOf(codesOfAll(resource.reasonCode)),
    encounter: linkTo(resource.encounter, "Encounter"),
    basedOn: someOf((resource.basedOn ?? []).flatMap((on) => idOfAny(on) ?? [])),
  });
}
