import type { Me } from "#contracts/api/me";
import type { StaffMember } from "#domain/staff/member";
import type { Clock, OrganizationDirectory, StaffRoster } from "#ports";

export type DescribeMember = (member: StaffMember) => Promise<Me | undefined>;

/**
 * Who somebody of the staff is; an agent is then known to be there, and tasks may be handed to them.
 * Undefined when their organization is not in this region.
 */
export function createDescribeMember(ports: {
  readonly organizations: Pick<OrganizationDirectory, "load">;
  readonly roster: Pick<StaffRoster, "seen">;
  readonly clock: Clock;
}): DescribeMember {
  return async (member) => {
    const { user, organization, roles } = member;
    const known = await ports.organizations.load(organization);
    if (known === undefined) return undefined;
    if (roles.includes("agent")) await ports.roster.seen(member, ports.clock.now());
    return { user, organization: { id: known.id, name: known.name }, roles: [...roles] };
  };
}
