import * as z from "zod/mini";
import { anyAppointment } from "#domain/patient/code";
import type { FactStatus } from "#domain/patient/fact";
import { codesOf, codesOfAll, someOf } from "./codes.ts";
import { factReading, voidReading } from "./fact-reading.ts";
import { quarantined, type Reading } from "./reading.ts";
import { Concept, Reference, resourceFields } from "./shape.ts";
import { overPeriod } from "./when.ts";

/** FHIR R4 Appointment: hl7.org/fhir/R4/appointment.html. */
export const Appointment = z.object({
  ...resourceFields,
  resourceType: z.literal("Appointment"),
  status: z.optional(z.string()),
  serviceCategory: z.optional(z.array(Concept)),
  serviceType: z.optional(z.array(Concept)),
  appointmentType: z.optional(Concept),
  reasonCode: z.optional(z.array(Concept)),
  start: z.optional(z.string()),
  end: z.optional(z.string()),
  participant: z.optional(z.array(z.object({ actor: z.optional(Reference) }))),
});
type Appointment = z.infer<typeof Appointment>;

const statuses: Readonly<Record<string, FactStatus | "void">> = {
  booked: "planned",
  arrived: "active",
  "checked-in": "active",
  fulfilled: "done",
  noshow: "inactive",
  proposed: "preliminary",
  pending: "preliminary",
  waitlist: "preliminary",
  cancelled: "void",
  "entered-in-error": "void",
};

export function readAppointment(resource: Appointment): Reading {
  const status = statuses[resource.status ?? ""];
  if (status === undefined) return quarantined("fhir/no-status", "Appointment");
  const patient = resource.participant?.find((one) => one.actor?.reference?.includes("Patient/"));
  if (status === "void") return voidReading(resource, patient?.actor);
  const when = overPeriod({ start: resource.start, end: resource.end });
  return factReading(resource, patient?.actor, when, {
    kind: "appointment",
    codes: [
      anyAppointment,
      ...codesOfAll(resource.serviceType),
      ...codesOf(resource.appointmentType),
    ],
    status,
    statusCode: resource.status,
    categories: someOf(codesOfAll(resource.serviceCategory)),
    reasons: someOf(codesOfAll(resource.reasonCode)),
  });
}
