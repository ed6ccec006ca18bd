import type { CampaignId } from "./campaign.ts";
import type { CampaignTexts, Deed, LinkedTo } from "./origin.ts";

/** What a campaign is to become: files that somebody works on and somebody else publishes. */
export interface Draft {
  readonly campaign: CampaignId;
  /**
   * Grows with every change, so that who acts says which one they saw. It begins at the moment at which
   * the draft was begun, ms: a later draft of the campaign never bears a number of an earlier one.
   */
  readonly version: number;
  /** The live version that its writers knew; 0 where none was. */
  readonly basedOn: number;
  readonly texts: CampaignTexts;
  readonly links?: LinkedTo;
  /** Everybody whose words or decision it is: none of them may publish it. */
  readonly authors: readonly string[];
  readonly saved: Deed;
  /** It waits for an approver. */
  readonly submitted?: Deed;
  /** An approver gave it back, and said why. */
  readonly returned?: Deed;
}

export type DraftRefusal =
  | "no-such-draft"
  | "stale-version"
  | "draft-not-submitted"
  | "own-draft"
  | "live-changed";

export interface Saving {
  readonly campaign: CampaignId;
  /** The draft's version that was seen; 0 where there was none. */
  readonly seen: number;
  readonly basedOn: number;
  readonly texts: CampaignTexts;
  readonly links?: LinkedTo;
  readonly deed: Deed;
}

/**
 * The draft with these words. What waited for an approver waits no more: it is another draft now. The
 * same words of the same person again, over what they saw, are the draft as it is.
 */
export function saveDraft(known: Draft | undefined, saving: Saving): Draft | "stale-version" {
  const { campaign, seen, basedOn, texts, links, deed } = saving;
  if (known && isRepeat(known, saving)) return known;
  if (seen !== (known?.version ?? 0)) return "stale-version";
  const version = known ? known.version + 1 : deed.at;
  const authors = new Set([...(known?.authors ?? []), deed.user]);
  return {
    ...{ campaign, version, basedOn, texts },
    ...(links === undefined ? {} : { links }),
    ...{ authors: [...authors], saved: deed },
    ...(known?.returned === undefined ? {} : { returned: known.returned }),
  };
}

function isRepeat(known: Draft, { seen, basedOn, texts, deed }: Saving): boolean {
  const isNext = known.version === (seen === 0 ? known.saved.at : seen + 1);
  if (!isNext || known.basedOn !== basedOn) return false;
  return known.saved.user === deed.user && isSameTexts(known.texts, texts);
}

export function isSameTexts(one: CampaignTexts, other: CampaignTexts): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => one[name] === other[name]);
}

/** Asks an approver for it. Whoever asks has decided for it, so they do not publish it either. */
export function submitDraft(known: Draft, seen: number, deed: Deed): Draft | "stale-version" {
  const { submitted, version } = known;
  if (submitted?.user === deed.user && version === seen + 1) return known;
  if (version !== seen) return "stale-version";
  const { returned: _before, ...draft } = known;
  const authors = [...new Set([...known.authors, deed.user])];
  return { ...draft, version: version + 1, authors, submitted: deed };
}

/** Gives it back to its writers. */
export function returnDraft(known: Draft, seen: number, deed: Deed): Draft | DraftRefusal {
  const { submitted, returned, version } = known;
  if (returned?.user === deed.user && version === seen + 1) return known;
  if (version !== seen) return "stale-version";
  if (submitted === undefined) return "draft-not-submitted";
  const { submitted: _before, ...draft } = known;
  return { ...draft, version: version + 1, returned: deed };
}

/** Why this person may not publish what they saw, if so. `live`: the version that is live now. */
export function refusalToPublish(
  draft: Draft,
  { seen, user, live }: { readonly seen: number; readonly user: string; readonly live: number },
): DraftRefusal | undefined {
  if (draft.version !== seen) return "stale-version";
  if (draft.submitted === undefined) return "draft-not-submitted";
  if (draft.authors.includes(user)) return "own-draft";
  return draft.basedOn === live ? undefined : "live-changed";
}
