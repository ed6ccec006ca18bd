import type { ContactPoint } from "#domain/patient/contact-point";
import type { Day } from "#domain/time";
import { isCurrent } from "./current.ts";
import type { PatientResource } from "./patient.ts";
import { pointsOf } from "./telecom.ts";

/**
 * Relationships of somebody who speaks for a minor: parents and guardians, by HL7 v3 RoleCode and
 * by the codes of v2 table 0063 that US systems send. An emergency contact or next of kin is not
 * one of them by that alone.
 */
const guardians: ReadonlySet<string> = new Set([
  "GUARD",
  "PRN",
  "MTH",
  "FTH",
  "NMTH",
  "NFTH",
  "ADOPTP",
  "GRD",
  "PAR",
]);

/** How a patient's parents and guardians are reached on that day; empty when nobody is named. */
export function guardianPointsOf(resource: PatientResource, on: Day): readonly ContactPoint[] {
  const speakers = (resource.contact ?? []).filter(
    (contact) =>
      isCurrent(contact, on) &&
      (contact.relationship ?? []).some(({ coding = [] }) =>
        coding.some(({ code }) => code !== undefined && guardians.has(code)),
      ),
  );
  const points = speakers.flatMap(({ telecom }) => pointsOf(telecom ?? [], on).points);
  return [...new Map(points.map((point) => [point.id, point])).values()];
}
