import type { OrganizationId, PatientId } from "../patient/profile.ts";
import type { PatientRecord } from "./record.ts";

/** The record of a patient of whom nothing is known yet: nobody can be contacted through it. */
export function newRecord(organization: OrganizationId, patient: PatientId): PatientRecord {
  return {
    organization,
    patient,
    revision: 0,
    reach: { zones: [], language: "en", points: {} },
    permissions: [],
    badPoints: [],
    enrollments: [],
    touches: [],
    notices: [],
    tasks: [],
    heard: [],
    past: [],
  };
}
