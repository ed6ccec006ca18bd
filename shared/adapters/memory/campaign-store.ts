import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Origin } from "../../domain/campaign/origin.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { Unrecoverable } from "../../errors.ts";
import type { CampaignControl, CampaignStore, OriginStore } from "../../ports.ts";

/** With what its versions were made of, which are written with them. */
export function createMemoryCampaignStore(): CampaignStore & { readonly origins: OriginStore } {
  const origins = new Map<string, Origin>();
  const versions = new Map<string, Campaign>();
  /** Of each organization, in the order of their ids. */
  const controls = new Map<string, readonly CampaignControl[]>();
  const controlOf = (organization: string, id: string) =>
    controls.get(organization)?.find((control) => control.id === id);
  const keep = (organization: string, control: CampaignControl): void => {
    const others = (controls.get(organization) ?? []).filter(({ id }) => id !== control.id);
    controls.set(
      organization,
      [...others, control].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  };
  const keyOf = (organization: string, id: string, version: number) =>
    `${organization}#${id}#${version}`;
  return {
    origins: {
      async load(organization, id, version) {
        return origins.get(keyOf(organization, id, version));
      },
      async latest(organization, id, limit) {
        const latest = controlOf(organization, id)?.version ?? 0;
        return Array.from({ length: latest }, (_, index) => latest - index)
          .flatMap((version) => {
            const origin = origins.get(keyOf(organization, id, version));
            if (origin === undefined) return [];
            const { texts: _texts, links: _links, ...head } = origin;
            return { ...head, version };
          })
          .slice(0, limit);
      },
    },
    async version(organization, id, version) {
      return versions.get(keyOf(organization, id, version));
    },
    async live(organization) {
      return controls.get(organization) ?? [];
    },
    async publish(organization, campaign, origin) {
      const control = controlOf(organization, campaign.id);
      const live = control && versions.get(keyOf(organization, campaign.id, control.version));
      if (live && canonicalJson({ ...campaign, version: live.version }) === canonicalJson(live)) {
        const key = keyOf(organization, campaign.id, live.version);
        if (origin && !origins.has(key)) origins.set(key, origin);
        return live.version;
      }
      const version = (control?.version ?? 0) + 1;
      versions.set(keyOf(organization, campaign.id, version), { ...campaign, version });
      if (origin) origins.set(keyOf(organization, campaign.id, version), origin);
      const isPaused = control?.isPaused ?? false;
      keep(organization, { id: campaign.id, version, isPaused });
      return version;
    },
    async setPaused(organization, id, isPaused) {
      const control = controlOf(organization, id);
      if (!control) throw new Unrecoverable("campaign/missing", { details: { campaign: id } });
      keep(organization, { ...control, isPaused });
    },
  };
}
