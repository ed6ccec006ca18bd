import { reachRoutes } from "#contracts/api/reach-routes";
import { staffRoutes } from "#contracts/api/routes";

/** Every route that the console asks. */
export const routes = { ...staffRoutes, ...reachRoutes };

export type RouteKey = keyof typeof routes;
