import { campaignPath } from "./campaign-routes.ts";
import { patientPath } from "./patient-routes.ts";
import { PatientPreviewBody, PreviewBody, PreviewShown } from "./preview.ts";
import type { StaffRoute } from "./staff-route.ts";

/** A walk of as many moves as it may have, some of them long texts. */
const bodyBytesMax = 60_000;

/**
 * What a campaign would do, before it does. They keep nothing and send nothing. Whoever publishes looks at a
 * made patient; one of the clinic's own is shown to whom it shows patients.
 */
export const previewRoutes = {
  "POST /v1/campaigns/{family}/{name}/preview": {
    roles: ["care-manager", "approver"],
    path: campaignPath,
    bodyBytesMax,
    body: PreviewBody,
    answer: PreviewShown,
  },
  "POST /v1/patients/{patient}/preview": {
    roles: ["care-manager"],
    path: patientPath,
    bodyBytesMax,
    body: PatientPreviewBody,
    answer: PreviewShown,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
