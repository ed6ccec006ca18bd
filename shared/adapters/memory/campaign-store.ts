import type { Campaign } from "../../domain/campaign/campaign.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { Unrecoverable } from "../../errors.ts";
import type { CampaignControl, CampaignStore } from "../../ports.ts";

export function createMemoryCampaignStore(): CampaignStore {
  const versions = new Map<string, Campaign>();
  const controls = new Map<string, Map<string, CampaignControl>>();
  const of = (organization: string): Map<string, CampaignControl> => {
    const known = controls.get(organization) ?? new Map<string, CampaignControl>();
    controls.set(organization, known);
    return known;
  };
  const keyOf = (organization: string, id: string, version: number) =>
    `${organization}#${id}#${version}`;
  return {
    async version(organization, id, version) {
      return versions.get(keyOf(organization, id, version));
    },
    async live(organization) {
      return [...of(organization).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    async publish(organization, campaign) {
      const control = of(organization).get(campaign.id);
      const live = control && versions.get(keyOf(organization, campaign.id, control.version));
      if (live && canonicalJson({ ...campaign, version: live.version }) === canonicalJson(live)) {
        return live.version;
      }
      const version = (control?.version ?? 0) + 1;
      versions.set(keyOf(organization, campaign.id, version), { ...campaign, version });
      const isPaused = control?.isPaused ?? false;
      of(organization).set(campaign.id, { id: campaign.id, version, isPaused });
      return version;
    },
    async setPaused(organization, id, isPaused) {
      const control = of(organization).get(id);
      if (!control) throw new Unrecoverable("campaign/missing", { details: { campaign: id } });
      of(organization).set(id, { ...control, isPaused });
    },
  };
}
