import type { PublishedCampaign } from "#contracts/api/campaigns";
import type { Campaign } from "#domain/campaign/campaign";
import type { OrganizationId } from "#domain/patient/profile";
import type { CampaignControl, CampaignStore } from "#ports";
import { Unrecoverable } from "../errors.ts";

export type ListCampaigns = (organization: OrganizationId) => Promise<readonly PublishedCampaign[]>;

/**
 * The organization's published campaigns by id, each with its live version and state. Versions are
 * immutable and kept for good; the state is read anew each time. A control item that names a
 * version which is not there throws `Unrecoverable`: a list with a hole would look whole.
 */
export function createListCampaigns(ports: {
  readonly campaigns: Pick<CampaignStore, "live" | "version">;
}): ListCampaigns {
  const versions = new Map<string, Campaign>();
  const versionOf = async (organization: OrganizationId, { id, version }: CampaignControl) => {
    const key = `${organization}#${id}#${version}`;
    const known = versions.get(key) ?? (await ports.campaigns.version(organization, id, version));
    if (!known) throw new Unrecoverable("campaign/missing", { details: { campaign: id, version } });
    versions.set(key, known);
    return known;
  };
  return async (organization) => {
    const controls = await ports.campaigns.live(organization);
    return Promise.all(
      controls.map(async (control) =>
        published(await versionOf(organization, control), control.isPaused),
      ),
    );
  };
}

function published(campaign: Campaign, isPaused: boolean): PublishedCampaign {
  const { id, version, title, owner, purpose, review, priority, holdout } = campaign;
  const state = isPaused ? "paused" : "running";
  return { id, version, title, owner, purpose, review, priority, holdout, state };
}
