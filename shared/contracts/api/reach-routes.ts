import type { Role } from "../../domain/staff/role.ts";
import { Reach, ReachPeople, ReachPeopleQuery, ReachQuery } from "./reach.ts";
import type { StaffRoute } from "./staff-route.ts";

/** Who asks how campaigns go. Agents meet campaigns in their tasks only. */
const readers: readonly Role[] = ["care-manager", "approver", "analyst", "administrator"];

/** Who does something about those behind a number: writes to them otherwise, or studies them. */
const openers: readonly Role[] = ["care-manager", "analyst"];

/** How far campaigns came, and with whom. */
export const reachRoutes = {
  "GET /v1/reach": { roles: readers, query: ReachQuery, bodyBytesMax: 0, answer: Reach },
  "GET /v1/reach/people": {
    roles: openers,
    query: ReachPeopleQuery,
    bodyBytesMax: 0,
    answer: ReachPeople,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
