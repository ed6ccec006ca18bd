import type { Me } from "#contracts/api/me";
import type { StaffMember } from "#domain/staff/member";
import type { OrganizationDirectory } from "#ports";

export type DescribeMember = (member: StaffMember) => Promise<Me | undefined>;

/** Who somebody of the staff is. Undefined when their organization is not in this region. */
export function createDescribeMember(ports: {
  readonly organizations: Pick<OrganizationDirectory, "load">;
}): DescribeMember {
  return async ({ user, organization, roles }) => {
    const known = await ports.organizations.load(organization);
    return known && { user, organization: { id: known.id, name: known.name }, roles: [...roles] };
  };
}
