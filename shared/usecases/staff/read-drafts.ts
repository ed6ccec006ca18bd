import type * as z from "zod/mini";
import type { DraftShown, Drafts } from "#contracts/api/drafts";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import { beginningOf } from "#domain/campaign/beginning";
import type { StaffMember } from "#domain/staff/member";
import type { DraftStore } from "#ports";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import { createDraftShown, headShown, liveOriginOf, type ShowDraftPorts } from "./draft-shown.ts";

export type ReadDraftsPorts = ShowDraftPorts & {
  readonly drafts: Pick<DraftStore, "load" | "list">;
};

/** The drafts of the member's organization. */
export function createReadDrafts(ports: ReadDraftsPorts) {
  const show = createDraftShown(ports);
  return {
    listDrafts: async (member: StaffMember): Promise<Outcome<z.infer<typeof Drafts>>> => {
      const drafts = await ports.drafts.list(member.organization);
      return told({ drafts: drafts.map((draft) => headShown(member, draft)) });
    },
    /**
     * The draft of a campaign; where nobody works on it, what a draft would begin with: the files of
     * the live version, or a beginning for a campaign that is new. Nothing is written.
     */
    showDraft: async (member: StaffMember, path: CampaignPath): Promise<Outcome<DraftShown>> => {
      const { organization } = member;
      const campaign = campaignAt(path);
      const [draft, live] = await Promise.all([
        ports.drafts.load(organization, campaign),
        liveOriginOf(ports, organization, campaign),
      ]);
      if (draft) return told(await show(member, draft, live));
      const { version: basedOn, origin } = live;
      if (basedOn > 0 && origin === undefined) return refused("no-source");
      const texts = origin?.texts ?? beginningOf(campaign);
      const links = origin?.links === undefined ? {} : { links: origin.links };
      return told(await show(member, { campaign, version: 0, basedOn, texts, ...links }, live));
    },
  };
}
