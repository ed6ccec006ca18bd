import * as z from "zod/mini";
import type { FactKind, FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { linkTo } from "./reference.ts";
import { Concept, Period, Reference, resourceFields } from "./shape.ts";
import { asState, onDate, unknownStart } from "./when.ts";

const requestFields = {
  ...resourceFields,
  status: z.optional(z.string()),
  intent: z.optional(z.string()),
  subject: z.optional(Reference),
  encounter: z.optional(Reference),
  authoredOn: z.optional(z.string()),
  occurrenceDateTime: z.optional(z.string()),
  occurrencePeriod: z.optional(Period),
  reasonCode: z.optional(z.array(Concept)),
  modifierExtension: z.optional(
    z.array(z.object({ url: z.string(), valueBoolean: z.optional(z.boolean()) })),
  ),
};

/** FHIR R4 ServiceRequest: hl7.org/fhir/R4/servicerequest.html. */
export const ServiceRequest = z.object({
  ...requestFields,
  resourceType: z.literal("ServiceRequest"),
  category: z.optional(z.array(Concept)),
  doNotPerform: z.optional(z.boolean()),
  code: z.optional(Concept),
  bodySite: z.optional(z.array(Concept)),
});
type ServiceRequest = z.infer<typeof ServiceRequest>;

/** FHIR R4 DeviceRequest: hl7.org/fhir/R4/devicerequest.html. */
export const DeviceRequest = z.object({
  ...requestFields,
  resourceType: z.literal("DeviceRequest"),
  codeCodeableConcept: z.optional(Concept),
});
type DeviceRequest = z.infer<typeof DeviceRequest>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  active: "active",
  completed: "done",
  "on-hold": "inactive",
  draft: "planned",
  unknown: "preliminary",
  revoked: "void",
  cancelled: "void",
  "entered-in-error": "void",
};

export function readServiceRequest(resource: ServiceRequest): Reading {
  return readRequest("service-request", resource, {
    concept: resource.code,
    isProhibited: resource.doNotPerform === true,
    categories: someOf(codesOfAll(resource.category)),
    sites: someOf(codesOfAll(resource.bodySite)),
  });
}

export function readDeviceRequest(resource: DeviceRequest): Reading {
  return readRequest("device-request", resource, {
    concept: resource.codeCodeableConcept,
    isProhibited: false,
  });
}

function readRequest(
  kind: FactKind,
  resource: ServiceRequest | DeviceRequest,
  details: {
    readonly concept: Concept | undefined;
    readonly isProhibited: boolean;
    readonly categories?: readonly string[] | undefined;
    readonly sites?: readonly string[] | undefined;
  },
): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", resource.resourceType);
  if (status === "void") return voidReading(resource, resource.subject);
  const { concept, isProhibited, ...rest } = details;
  return factReading(resource, resource.subject, orderedWhen(resource, status), {
    kind,
    codes: codesOf(concept),
    status,
    statusCode: resource.status,
    intent: resource.intent,
    isProhibited: isProhibited || saysDoNot(resource) ? true : undefined,
    ...rest,
    reasons: someOf(codesOfAll(resource.reasonCode)),
    encounter: linkTo(resource.encounter, "Encounter"),
  });
}

/** An active order holds from the day it was written until its occurrence is over. */
function orderedWhen(resource: ServiceRequest | DeviceRequest, status: FactStatus) {
  const start =
    resource.authoredOn ?? resource.occurrenceDateTime ?? resource.occurrencePeriod?.start;
  if (status === "active") return asState(start, undefined);
  return start === undefined ? unknownStart : onDate(start);
}

/** R4 has no `doNotPerform` for devices; profiles say it with a modifier extension. */
function saysDoNot(resource: ServiceRequest | DeviceRequest): boolean {
  return (resource.modifierExtension ?? []).some(
    (extension) => /do-?not-?perform/i.test(extension.url) && extension.valueBoolean === true,
  );
}
