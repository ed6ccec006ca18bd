import { roles } from "../../domain/staff/role.ts";
import { campaignRoutes } from "./campaign-routes.ts";
import { PublishedCampaigns } from "./campaigns.ts";
import { draftRoutes } from "./draft-routes.ts";
import { forecastRoutes } from "./forecast-routes.ts";
import { Me } from "./me.ts";
import { patientRoutes } from "./patient-routes.ts";
import { previewRoutes } from "./preview-routes.ts";
import { reachRoutes } from "./reach-routes.ts";
import type { StaffRoute } from "./staff-route.ts";
import { switchRoutes } from "./switch-routes.ts";
import { taskRoutes } from "./task-routes.ts";

/**
 * Every route of the staff API, by API Gateway's route key, and who may ask it. The stack makes the
 * gateway's routes from it, the function decides by it, and the test asserts each of its cells.
 */
export const staffRoutes = {
  "GET /v1/me": { roles, bodyBytesMax: 0, answer: Me },
  "GET /v1/campaigns": {
    // Agents meet campaigns in their tasks only (45 CFR 164.502(b), minimum necessary).
    roles: ["care-manager", "approver", "analyst", "operator", "administrator"],
    bodyBytesMax: 0,
    answer: PublishedCampaigns,
  },
  ...campaignRoutes,
  ...draftRoutes,
  ...taskRoutes,
  ...patientRoutes,
  ...reachRoutes,
  ...switchRoutes,
  ...previewRoutes,
  ...forecastRoutes,
} as const satisfies Readonly<Record<string, StaffRoute>>;

export type StaffRouteKey = keyof typeof staffRoutes;

export const staffRouteKeys = Object.keys(staffRoutes) as readonly StaffRouteKey[];

export function isStaffRoute(key: string): key is StaffRouteKey {
  return Object.hasOwn(staffRoutes, key);
}
