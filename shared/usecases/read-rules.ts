import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { Organization } from "#domain/patient/organization";
import type { OrganizationId } from "#domain/patient/profile";
import type { Rules } from "#domain/record/rules";
import type { CampaignControl, CampaignStore, Clock, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../errors.ts";
import { fresh } from "./fresh.ts";

export interface CampaignRef {
  readonly campaign: CampaignId;
  readonly version: number;
}

export interface RulesPorts {
  readonly campaigns: CampaignStore;
  readonly organizations: OrganizationDirectory;
  readonly clock: Clock;
}

/** Reads all that a decision needs to know, for these campaign versions. */
export type ReadRules = (
  organization: OrganizationId,
  needed: readonly CampaignRef[],
) => Promise<Rules>;

/**
 * Versions are immutable and kept for good; control items and settings are read again after 15
 * seconds. An unknown organization throws `Unrecoverable`: nothing may be decided without rules.
 */
export function createReadRules(ports: RulesPorts): ReadRules {
  const versions = new Map<string, Promise<Campaign | undefined>>();
  const controls = fresh(ports.clock, (organization) => ports.campaigns.live(organization));
  const halts = fresh(ports.clock, (organization) => ports.organizations.halts(organization));
  const settings = fresh(ports.clock, (organization) => ports.organizations.load(organization));

  const versionOf = (organization: OrganizationId, ref: CampaignRef) => {
    const key = `${organization}#${ref.campaign}#${ref.version}`;
    const known = versions.get(key);
    if (known) return known;
    const loading = ports.campaigns.version(organization, ref.campaign, ref.version);
    versions.set(key, loading);
    // A failed read must not be remembered as the answer.
    loading.then(
      (campaign) => campaign ?? versions.delete(key),
      () => versions.delete(key),
    );
    return loading;
  };

  return async (organization, needed) => {
    const [settled, live, halted, ...campaigns] = await Promise.all([
      settings(organization),
      controls(organization),
      halts(organization),
      ...needed.map((ref) => versionOf(organization, ref)),
    ]);
    return { ...rulesOf(settled, live, campaigns), halts: halted };
  };
}

/** A patient is in few campaigns, and few are live: looking through them is as good as an index. */
function rulesOf(
  organization: Organization | undefined,
  controls: readonly CampaignControl[],
  campaigns: readonly (Campaign | undefined)[],
): Omit<Rules, "halts"> {
  if (!organization) throw new Unrecoverable("organization/unknown");
  return {
    campaign: (id, version) =>
      campaigns.find((campaign) => campaign?.id === id && campaign.version === version),
    isPaused: (id) => controls.some((control) => control.isPaused && control.id === id),
    policy: organization.policy,
    business: organization.business,
    hasAfterHoursDesk: organization.hasAfterHoursDesk,
  };
}
