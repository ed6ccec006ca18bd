import type { Role } from "#domain/staff/role";

/** Whom the button is shown that lets contacts go on; who may press it, the API decides. */
export function mayResume(roles: readonly Role[]): boolean {
  return roles.includes("operator") || roles.includes("administrator");
}
