import type { DecideDraftBody, PublishedDraft } from "#contracts/api/drafts";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import { type Draft, refusalToPublish } from "#domain/campaign/draft";
import type { Deed, Origin } from "#domain/campaign/origin";
import type { StaffMember } from "#domain/staff/member";
import type { DraftStore, OriginStore } from "#ports";
import { createPublishCampaigns, type PublishPorts } from "../publish-campaigns.ts";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import { deedOf } from "./change-draft.ts";
import { liveOriginOf } from "./draft-shown.ts";
import type { JudgeDraft } from "./judge-draft.ts";

export type PublishDraftPorts = PublishPorts & {
  readonly drafts: Pick<DraftStore, "load" | "remove">;
  readonly origins: Pick<OriginStore, "load">;
  readonly judge: JudgeDraft;
};

/**
 * Makes a submitted draft the next version, exactly as it was seen, on the word of somebody who did
 * not write it: by the use case of `rounds publish`. Who, when and why is written with the version.
 * A repeat goes on where a crash had ended it, and publishes nothing twice.
 */
export function createPublishDraft(ports: PublishDraftPorts) {
  const publish = createPublishCampaigns(ports);
  return async (
    member: StaffMember,
    path: CampaignPath,
    { version: seen, why }: DecideDraftBody,
  ): Promise<Outcome<PublishedDraft>> => {
    const { organization, user } = member;
    const id = campaignAt(path);
    const [draft, live] = await Promise.all([
      ports.drafts.load(organization, id),
      liveOriginOf(ports, organization, id),
    ]);
    const isLiveAlready = live.origin?.staff?.draft === seen;
    if (draft === undefined) {
      return isLiveAlready
        ? told({ campaign: id, version: live.version })
        : refused("no-such-draft");
    }
    const known = isLiveAlready ? draft.basedOn : live.version;
    const refusal = refusalToPublish(draft, { seen, user, live: known });
    if (refusal) return refused(refusal);
    const judged = await ports.judge(organization, draft);
    if (judged === "draft-unsound") return refused(judged);
    if (!judged.isNew && !isLiveAlready) return refused("nothing-to-publish");
    const origin = originOf(draft, deedOf(member, ports.clock, why));
    const [version = 0] = await publish(organization, [judged.campaign], { [id]: origin });
    // Whoever saved meanwhile keeps what they wrote: it is a draft on an older version now.
    await ports.drafts.remove(organization, id, seen);
    return told({ campaign: id, version });
  };
}

function originOf({ texts, links, version, submitted }: Draft, published: Deed): Origin {
  return {
    ...{ texts, at: published.at },
    ...(links === undefined ? {} : { links }),
    staff: { draft: version, submitted: submitted ?? published, published },
  };
}
