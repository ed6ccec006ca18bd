import type { Role } from "../../domain/staff/role.ts";
import { campaignPath } from "./campaign-routes.ts";
import type { StaffRoute } from "./staff-route.ts";
import { HaltBody, PauseBody, ResumeBody, Switches } from "./switches.ts";

const operators: readonly Role[] = ["operator", "administrator"];

/** Whoever sees that patients get something wrong stops it; to let it go on takes who mended it. */
const mayHalt: readonly Role[] = ["care-manager", "approver", ...operators];

const mayPause: readonly Role[] = ["care-manager", ...operators];

const path = campaignPath;

const bodyBytesMax = 1_000;

/** The switches for the night on which something is wrong. Each answers what is stopped then. */
export const switchRoutes = {
  "GET /v1/switches": { roles: mayHalt, bodyBytesMax: 0, answer: Switches },
  "POST /v1/switches/halt": { roles: mayHalt, bodyBytesMax, body: HaltBody, answer: Switches },
  "POST /v1/switches/resume": {
    roles: operators,
    bodyBytesMax,
    body: ResumeBody,
    answer: Switches,
  },
  "POST /v1/campaigns/{family}/{name}/pause": {
    ...{ roles: mayPause, path, bodyBytesMax },
    ...{ body: PauseBody, answer: Switches },
  },
  "POST /v1/campaigns/{family}/{name}/resume": {
    ...{ roles: mayPause, path, bodyBytesMax },
    ...{ body: PauseBody, answer: Switches },
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
