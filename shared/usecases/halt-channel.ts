import type { Channel } from "#domain/patient/contact-point";
import type { OrganizationId } from "#domain/patient/profile";
import type { Clock, OrganizationDirectory } from "#ports";

/**
 * Stops every campaign's contacts on one channel until a person lets them go on, because far more
 * went out than was planned. Workers read it when they take a contact up. Repeats change nothing.
 */
export function createHaltChannel(ports: {
  readonly organizations: Pick<OrganizationDirectory, "halt">;
  readonly clock: Clock;
}) {
  return async (organization: OrganizationId, channel: Channel): Promise<void> => {
    const since = ports.clock.now();
    const halted = { what: channel, since, by: "breaker", reason: "too-many" } as const;
    await ports.organizations.halt(organization, halted);
  };
}

export type HaltChannel = ReturnType<typeof createHaltChannel>;
