import * as z from "zod/mini";
import type { Role } from "../../domain/staff/role.ts";
import { CampaignShown } from "./campaign.ts";
import type { StaffRoute } from "./staff-route.ts";

/** Agents meet campaigns in their tasks only (45 CFR 164.502(b), minimum necessary). */
export const campaignReaders: readonly Role[] = [
  "care-manager",
  "approver",
  "analyst",
  "operator",
  "administrator",
];

/** As the folders of campaigns are called. */
const name = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));

export const campaignPath = z.strictObject({ family: name, name });

/** What campaigns say. */
export const campaignRoutes = {
  "GET /v1/campaigns/{family}/{name}": {
    roles: campaignReaders,
    path: campaignPath,
    bodyBytesMax: 0,
    answer: CampaignShown,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
