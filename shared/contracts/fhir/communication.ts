import * as z from "zod/mini";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";
import { onDate } from "./when.ts";

/** FHIR R4 Communication: hl7.org/fhir/R4/communication.html. */
export const Communication = z.object({
  ...resourceFields,
  resourceType: z.literal("Communication"),
  status: z.optional(z.string()),
  category: z.optional(z.array(Concept)),
  topic: z.optional(Concept),
  reasonCode: z.optional(z.array(Concept)),
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  sent: z.optional(z.string()),
  received: z.optional(z.string()),
});
type Communication = z.infer<typeof Communication>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  completed: "done",
  preparation: "preliminary",
  "in-progress": "preliminary",
  "on-hold": "preliminary",
  unknown: "preliminary",
  stopped: "inactive",
  "not-done": "void",
  "entered-in-error": "void",
};

export function readCommunication(resource: Communication): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Communication");
  if (status === "void") return voidReading(resource, resource.subject);
  return factReading(resource, resource.subject, onDate(resource.sent ?? resource.received), {
    kind: "communication",
    codes: [
      ...codesOf(resource.topic),
      ...codesOfAll(resource.category),
      ...codesOfAll(resource.reasonCode),
    ],
    status,
    statusCode: resource.status,
    reasons: someOf(codesOfAll(resource.reasonCode)),
    encounter: linkTo(resource.encounter, "Encounter"),
  });
}
