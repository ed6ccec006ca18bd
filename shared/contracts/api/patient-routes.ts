import * as z from "zod/mini";
import type { Role } from "../../domain/staff/role.ts";
import { patientId } from "../ids.ts";
import { PatientShown } from "./patient.ts";
import { PatientSearch, PatientsFound } from "./patients.ts";
import { PermissionChange, PermissionChanged } from "./permission-change.ts";
import type { StaffRoute } from "./staff-route.ts";
import { TimelinePage, TimelineQuery } from "./timeline.ts";
import { ViewsPage, ViewsQuery } from "./views.ts";

/** Who talks to patients, or follows how a campaign treats them (45 CFR 164.502(b)). */
const closeToPatients: readonly Role[] = ["agent", "care-manager"];

export const patientPath = z.strictObject({ patient: patientId });

const path = patientPath;

/** What a search or a change of permission is. */
const bodyBytesMax = 2_000;

/** One patient, for whoever looks at them. Every answer about one is noted before it leaves. */
export const patientRoutes = {
  "POST /v1/patients/search": {
    roles: closeToPatients,
    bodyBytesMax,
    body: PatientSearch,
    answer: PatientsFound,
  },
  "GET /v1/patients/{patient}": {
    roles: closeToPatients,
    path,
    bodyBytesMax: 0,
    answer: PatientShown,
  },
  "GET /v1/patients/{patient}/timeline": {
    roles: closeToPatients,
    path,
    query: TimelineQuery,
    bodyBytesMax: 0,
    answer: TimelinePage,
  },
  "POST /v1/patients/{patient}/permissions": {
    roles: closeToPatients,
    path,
    bodyBytesMax,
    body: PermissionChange,
    answer: PermissionChanged,
  },
  // Who answers for who may see what looks at who did; of the patient it says nothing.
  "GET /v1/patients/{patient}/views": {
    roles: ["administrator"],
    path,
    query: ViewsQuery,
    bodyBytesMax: 0,
    answer: ViewsPage,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
