import type { Role } from "#domain/staff/role";

/** A place that somebody may go to. */
export interface Place {
  readonly path: string;
  readonly name: "worklist" | "patients" | "campaigns" | "reach" | "switches";
  /** Whom the navigation shows it; what it shows is decided by the API alone. */
  readonly roles: readonly Role[];
}

/** In the order in which they stand; the first that somebody may go to is where they begin. */
export const places: readonly Place[] = [
  { path: "/worklist", name: "worklist", roles: ["agent", "care-manager"] },
  { path: "/patients", name: "patients", roles: ["agent", "care-manager"] },
  {
    path: "/campaigns",
    name: "campaigns",
    roles: ["care-manager", "approver", "analyst", "operator", "administrator"],
  },
  {
    path: "/reach",
    name: "reach",
    roles: ["care-manager", "approver", "analyst", "administrator"],
  },
  {
    path: "/switches",
    name: "switches",
    roles: ["care-manager", "approver", "operator", "administrator"],
  },
];

export function placesFor(roles: readonly Role[]): readonly Place[] {
  return places.filter((place) => place.roles.some((role) => roles.includes(role)));
}
