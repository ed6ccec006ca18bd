import * as z from "zod/mini";
import type { Fact, FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, firstCode, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import type { Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, type DateFault, onDate, unknownStart, type When } from "./when.ts";

/** FHIR R4 Condition: hl7.org/fhir/R4/condition.html. */
export const Condition = z.object({
  ...resourceFields,
  resourceType: z.literal("Condition"),
  clinicalStatus: z.optional(Concept),
  verificationStatus: z.optional(Concept),
  category: z.optional(z.array(Concept)),
  code: z.optional(Concept),
  bodySite: z.optional(z.array(Concept)),
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  onsetDateTime: z.optional(z.string()),
  onsetPeriod: z.optional(Period),
  abatementDateTime: z.optional(z.string()),
  abatementPeriod: z.optional(Period),
  abatementBoolean: z.optional(z.boolean()),
  recordedDate: z.optional(z.string()),
});
type Condition = z.infer<typeof Condition>;

const statuses: Readonly<Record<string, FactStatus>> = {
  active: "active",
  recurrence: "active",
  relapse: "active",
  inactive: "inactive",
  remission: "inactive",
  resolved: "inactive",
};

/**
 * A diagnosis holds from onset (else the day it was recorded, else long ago) to abatement. One
 * that is inactive without an end counts on its first day only, for nobody can tell how long it
 * lasted.
 */
export function readCondition(resource: Condition): Reading {
  const verification = firstCode(resource.verificationStatus);
  if (verification === "refuted" || verification === "entered-in-error") {
    return voidReading(resource, resource.subject);
  }
  const end = resource.abatementDateTime ?? resource.abatementPeriod?.end;
  const hasEnded = end !== undefined || resource.abatementBoolean === true;
  const status =
    statuses[firstCode(resource.clinicalStatus) ?? ""] ?? (hasEnded ? "inactive" : "active");
  return factReading(resource, resource.subject, heldWhen(resource, status, end), {
    kind: "condition",
    codes: codesOf(resource.code),
    status,
    statusCode: firstCode(resource.clinicalStatus),
    verification: verificationOf(verification),
    categories: someOf(codesOfAll(resource.category)),
    sites: someOf(codesOfAll(resource.bodySite)),
    encounter: linkTo(resource.encounter, "Encounter"),
  });
}

function heldWhen(
  resource: Condition,
  status: FactStatus,
  end: string | undefined,
): When | DateFault {
  const start = resource.onsetDateTime ?? resource.onsetPeriod?.start ?? resource.recordedDate;
  if (status === "active" || end !== undefined) return asState(start, end);
  return start === undefined ? unknownStart : onDate(start);
}

export function verificationOf(code: string | undefined): Fact["verification"] {
  switch (code) {
    case "confirmed":
    case "unconfirmed":
    case "provisional":
    case "differential":
      return code;
    default:
      return undefined;
  }
}
