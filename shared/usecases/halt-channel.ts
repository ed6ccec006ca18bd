import type { Channel } from "#domain/patient/contact-point";
import type { OrganizationId } from "#domain/patient/profile";
import type { OrganizationDirectory } from "#ports";

/**
 * Stops every campaign's contacts on one channel until a person lets them go on; what was halted
 * before stays so. Workers read it when they take a contact up. Repeats change nothing.
 */
export function createHaltChannel(ports: {
  readonly organizations: Pick<OrganizationDirectory, "halts" | "setHalts">;
}) {
  return async (organization: OrganizationId, channel: Channel): Promise<void> => {
    const halts = await ports.organizations.halts(organization);
    const others = halts.filter((halt) => halt !== channel);
    await ports.organizations.setHalts(organization, [...others, channel]);
  };
}

export type HaltChannel = ReturnType<typeof createHaltChannel>;
