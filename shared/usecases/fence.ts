import type { OrganizationId } from "#domain/patient/profile";
import type { Clock, OrganizationDirectory } from "#ports";
import { fresh } from "./fresh.ts";

export interface FencePorts {
  readonly organizations: Pick<OrganizationDirectory, "epoch">;
  readonly clock: Clock;
  /** Of this deployment: which in the row of those that were the patients' home. From 1. */
  readonly epoch: number;
}

/**
 * Whether a later deployment has become the home of this organization's patients. Then this one
 * claims no contact any more, for two that both think themselves at home would send everything twice
 * (law 1). Read again after 15 seconds. Throws when it cannot be read: then nothing is claimed.
 */
export type IsFenced = (organization: OrganizationId) => Promise<boolean>;

export function createFence({ organizations, clock, epoch }: FencePorts): IsFenced {
  const latest = fresh(clock, (organization) => organizations.epoch(organization));
  return async (organization) => (await latest(organization)) > epoch;
}
