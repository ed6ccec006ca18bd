import type * as z from "zod/mini";
import type {
  CampaignHistory,
  PublishedVersionShown,
  VersionShown,
} from "#contracts/api/campaign-history";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import { historyMax } from "#domain/limits";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant } from "#domain/time";
import type { CampaignStore, OriginStore, PublishedVersion } from "#ports";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import { deedShown } from "./draft-shown.ts";

export interface HistoryPorts {
  readonly campaigns: Pick<CampaignStore, "live">;
  readonly origins: OriginStore;
}

/** What became of a campaign: its versions, who asked for each, who approved it and why. */
export function createShowHistory({ campaigns, origins }: HistoryPorts) {
  return {
    showVersions: async (
      { organization }: StaffMember,
      path: CampaignPath,
    ): Promise<Outcome<z.infer<typeof CampaignHistory>>> => {
      const campaign = campaignAt(path);
      const live = await campaigns.live(organization);
      if (live.every(({ id }) => id !== campaign)) return refused("no-such-campaign");
      const latest = await origins.latest(organization, campaign, historyMax);
      return told({ campaign, versions: latest.map(shown) });
    },
    /** With the files of the version before it, for the difference. */
    showVersion: async (
      { organization }: StaffMember,
      { version, ...path }: CampaignPath & { readonly version: number },
    ): Promise<Outcome<VersionShown>> => {
      const campaign = campaignAt(path);
      const [origin, before] = await Promise.all([
        origins.load(organization, campaign, version),
        version > 1 ? origins.load(organization, campaign, version - 1) : undefined,
      ]);
      if (origin === undefined) return refused("no-such-version");
      const texts = { ...origin.texts };
      const earlier = before && { version: version - 1, texts: { ...before.texts } };
      return told({ ...shown({ ...origin, version }), texts, ...(earlier && { before: earlier }) });
    },
  };
}

function shown({ version, at, staff }: PublishedVersion): PublishedVersionShown {
  return {
    ...{ version, at: formatInstant(at) },
    ...(staff && { submitted: deedShown(staff.submitted), published: deedShown(staff.published) }),
  };
}
