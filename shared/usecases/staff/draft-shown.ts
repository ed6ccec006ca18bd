import type { DeedShown, DraftHeadShown, DraftShown } from "#contracts/api/drafts";
import { conceptCatalog } from "#domain/audience/concept";
import type { CampaignId } from "#domain/campaign/campaign";
import type { Draft } from "#domain/campaign/draft";
import type { Deed, LinkedTo, Origin } from "#domain/campaign/origin";
import { problemsToldMax } from "#domain/limits";
import type { StaffMember } from "#domain/staff/member";
import { dayOf, formatDay, formatInstant } from "#domain/time";
import type { CampaignStore, Clock, ConceptStore, DraftHead, OriginStore } from "#ports";

export interface ShowDraftPorts {
  readonly campaigns: Pick<CampaignStore, "live">;
  readonly origins: Pick<OriginStore, "load">;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly clock: Clock;
}

/** What is live of a campaign, and what it was made of as far as that is kept. */
export interface LiveOrigin {
  /** 0: nothing is. */
  readonly version: number;
  readonly origin?: Origin;
}

export async function liveOriginOf(
  { campaigns, origins }: Pick<ShowDraftPorts, "campaigns" | "origins">,
  organization: string,
  id: CampaignId,
): Promise<LiveOrigin> {
  const live = await campaigns.live(organization);
  const version = live.find((control) => control.id === id)?.version ?? 0;
  const origin = version === 0 ? undefined : await origins.load(organization, id, version);
  return { version, ...(origin ? { origin } : {}) };
}

/** What there is to show: a draft as it is stored, or what one would begin with. */
export type Begun = Draft | Unsaved;

export interface Unsaved {
  readonly campaign: CampaignId;
  readonly version: 0;
  readonly basedOn: number;
  readonly texts: Draft["texts"];
  readonly links?: LinkedTo;
}

/** A draft with its problems, and with all that the page needs to find them while somebody writes. */
export function createDraftShown(ports: ShowDraftPorts) {
  return async (member: StaffMember, draft: Begun, live: LiveOrigin): Promise<DraftShown> => {
    const { organization } = member;
    const { problemsOfTexts } = await import("#contracts/campaign-files/campaign-texts");
    const concepts = await ports.concepts.load(organization);
    const today = dayOf(ports.clock.now(), "UTC");
    const { campaign, texts, links } = draft;
    const around = { today, concepts: conceptCatalog(concepts), ...links };
    const problems = problemsOfTexts(campaign, texts, around);
    const { version, origin } = live;
    return {
      ...("saved" in draft ? headShown(member, draft) : unsavedShown(draft)),
      ...{ texts: { ...texts }, problems: problems.slice(0, problemsToldMax) },
      ...(version > 0 && {
        live: { version, ...(origin ? { texts: { ...origin.texts } } : {}) },
      }),
      around: {
        today: formatDay(today),
        concepts: concepts.map(({ name, title, titles }) => ({
          name,
          ...(title === undefined ? {} : { title }),
          ...(titles === undefined ? {} : { titles: { ...titles } }),
        })),
        domains: [...(links?.domains ?? [])],
        ...(links?.pages === undefined ? {} : { pages: links.pages }),
      },
    };
  };
}

function unsavedShown({ campaign, version, basedOn }: Unsaved): DraftHeadShown {
  return { campaign, version, basedOn, state: "open", isOwn: false };
}

export function headShown({ user }: StaffMember, draft: DraftHead): DraftHeadShown {
  const { campaign, version, basedOn, authors, saved, submitted, returned } = draft;
  return {
    ...{ campaign, version, basedOn },
    state: submitted === undefined ? "open" : "submitted",
    saved: deedShown(saved),
    ...(submitted === undefined ? {} : { submitted: deedShown(submitted) }),
    ...(returned === undefined ? {} : { returned: deedShown(returned) }),
    isOwn: authors.includes(user),
  };
}

export function deedShown(deed: Deed): DeedShown {
  return { ...deed, at: formatInstant(deed.at) };
}
