import type { OrganizationId } from "../patient/profile.ts";
import type { Role } from "./role.ts";

/** One person of an organization's staff, as the sign-in vouches for them. */
export interface StaffMember {
  /** Opaque and never given to another person; not a name or an address. */
  readonly user: string;
  /** As colleagues know them: the address by which they sign in. */
  readonly name: string;
  /** The only organization whose data they may see. */
  readonly organization: OrganizationId;
  /** None: they may sign in, and see nothing. */
  readonly roles: readonly Role[];
}
