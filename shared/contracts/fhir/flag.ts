import * as z from "zod/mini";
import { codesOf, codesOfAll } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, overPeriod } from "./when.ts";

/** FHIR R4 Flag: hl7.org/fhir/R4/flag.html. */
export const Flag = z.object({
  ...resourceFields,
  resourceType: z.literal("Flag"),
  status: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  code: z.optional(Concept),
  subject: z.optional(Reference),
  period: z.optional(Period),
});
type Flag = z.infer<typeof Flag>;

export function readFlag(resource: Flag): Reading {
  const { status, period } = resource;
  if (status === "entered-in-error") return voidReading(resource, resource.subject);
  if (status !== "active" && status !== "inactive") return quarantined("fhir/no-status", "Flag");
  const when = status === "active" ? asState(period?.start, period?.end) : overPeriod(period);
  return factReading(resource, resource.subject, when, {
    kind: "flag",
    codes: [...codesOf(resource.code), ...codesOfAll(resource.category)],
    status,
    statusCode: status,
  });
}
