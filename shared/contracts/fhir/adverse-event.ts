import * as z from "zod/mini";
import { codesOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";
import { onDate } from "./when.ts";

/** FHIR R4 AdverseEvent: hl7.org/fhir/R4/adverseevent.html. */
export const AdverseEvent = z.object({
  ...resourceFields,
  resourceType: z.literal("AdverseEvent"),
  actuality: z.optional(z.enum(["actual", "potential"])),
  event: z.optional(Concept),
  subject: z.optional(Reference),
  date: z.optional(z.string()),
  recordedDate: z.optional(z.string()),
});
type AdverseEvent = z.infer<typeof AdverseEvent>;

export function readAdverseEvent(resource: AdverseEvent): Reading {
  if (resource.actuality === undefined) return quarantined("fhir/no-status", "AdverseEvent");
  if (resource.actuality === "potential") return voidReading(resource, resource.subject);
  return factReading(resource, resource.subject, onDate(resource.date ?? resource.recordedDate), {
    kind: "adverse-event",
    codes: codesOf(resource.event),
    status: "done",
  });
}
