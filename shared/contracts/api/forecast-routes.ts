import { campaignPath } from "./campaign-routes.ts";
import { ForecastPart, ForecastQuery } from "./forecast.ts";
import type { StaffRoute } from "./staff-route.ts";

/**
 * What a campaign would do to everybody, told in numbers that hide nothing: for those who decide on it, and
 * not for those who only study numbers.
 */
export const forecastRoutes = {
  "GET /v1/campaigns/{family}/{name}/forecast": {
    roles: ["care-manager", "approver"],
    path: campaignPath,
    query: ForecastQuery,
    bodyBytesMax: 0,
    answer: ForecastPart,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
