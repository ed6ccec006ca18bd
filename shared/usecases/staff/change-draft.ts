import type {
  DecideDraftBody,
  DiscardDraftBody,
  DraftShown,
  SaveDraftBody,
} from "#contracts/api/drafts";
import { type Outcome, type Refused, refused, told } from "#contracts/api/outcome";
import {
  type Draft,
  type DraftRefusal,
  returnDraft,
  saveDraft,
  submitDraft,
} from "#domain/campaign/draft";
import type { Deed } from "#domain/campaign/origin";
import type { StaffMember } from "#domain/staff/member";
import type { Clock, DraftStore } from "#ports";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import { createDraftShown, liveOriginOf, type ShowDraftPorts } from "./draft-shown.ts";
import type { JudgeDraft } from "./judge-draft.ts";

export type ChangeDraftPorts = ShowDraftPorts & {
  readonly drafts: DraftStore;
  readonly judge: JudgeDraft;
};

/** What a member does to a draft before it is published. Each bears being asked twice. */
export function createChangeDraft(ports: ChangeDraftPorts) {
  const show = createDraftShown(ports);
  const load = ({ organization }: StaffMember, path: CampaignPath) =>
    ports.drafts.load(organization, campaignAt(path));
  const keep = async (
    member: StaffMember,
    known: Draft | undefined,
    next: Draft | DraftRefusal,
  ): Promise<Outcome<DraftShown>> => {
    if (typeof next === "string") return refused(next);
    const { organization } = member;
    const isKept =
      next === known ||
      (await ports.drafts.save(organization, next, known?.version ?? 0)) === "saved";
    if (!isKept) return refused("stale-version");
    return told(await show(member, next, await liveOriginOf(ports, organization, next.campaign)));
  };
  return {
    saveDraft: async (member: StaffMember, path: CampaignPath, body: SaveDraftBody) => {
      const campaign = campaignAt(path);
      const known = await load(member, path);
      const live = await liveOriginOf(ports, member.organization, campaign);
      const links = known?.links ?? live.origin?.links;
      const { version: seen, basedOn, texts } = body;
      const saving = { campaign, seen, basedOn, texts, deed: deedOf(member, ports.clock) };
      return keep(member, known, saveDraft(known, { ...saving, ...(links ? { links } : {}) }));
    },
    /** Only what could be published is submitted. */
    submitDraft: async (
      member: StaffMember,
      path: CampaignPath,
      { version, why }: DecideDraftBody,
    ): Promise<Outcome<DraftShown>> => {
      const known = await load(member, path);
      if (known === undefined) return refused("no-such-draft");
      const next = submitDraft(known, version, deedOf(member, ports.clock, why));
      if (typeof next === "string") return refused(next);
      const judged = await ports.judge(member.organization, known);
      if (judged === "draft-unsound") return refused(judged);
      return judged.isNew ? keep(member, known, next) : refused("nothing-to-publish");
    },
    returnDraft: async (
      member: StaffMember,
      path: CampaignPath,
      { version, why }: DecideDraftBody,
    ) => {
      const known = await load(member, path);
      if (known === undefined) return refused("no-such-draft");
      return keep(member, known, returnDraft(known, version, deedOf(member, ports.clock, why)));
    },
    discardDraft: async (
      { organization }: StaffMember,
      path: CampaignPath,
      { version }: DiscardDraftBody,
    ): Promise<Outcome<{ readonly campaign: string }> | Refused> => {
      const campaign = campaignAt(path);
      const removed = await ports.drafts.remove(organization, campaign, version);
      return removed === "stale" ? refused("stale-version") : told({ campaign });
    },
  };
}

export function deedOf({ user, name }: StaffMember, clock: Clock, why?: string): Deed {
  return { user, name, at: clock.now(), ...(why === undefined ? {} : { why }) };
}
