import type { Draft } from "../../domain/campaign/draft.ts";
import type { DraftStore } from "../../ports.ts";

export function createMemoryDraftStore(): DraftStore {
  const drafts = new Map<string, Draft>();
  const keyOf = (organization: string, campaign: string) => `${organization}#${campaign}`;
  return {
    async load(organization, campaign) {
      return drafts.get(keyOf(organization, campaign));
    },
    async list(organization) {
      const own = [...drafts].filter(([key]) => key.startsWith(`${organization}#`));
      return own
        .map(([, { texts: _texts, links: _links, ...head }]) => head)
        .toSorted((one, other) => (one.campaign < other.campaign ? -1 : 1));
    },
    async save(organization, draft, seen) {
      const key = keyOf(organization, draft.campaign);
      if ((drafts.get(key)?.version ?? 0) !== seen) return "stale";
      drafts.set(key, draft);
      return "saved";
    },
    async remove(organization, campaign, seen) {
      const known = drafts.get(keyOf(organization, campaign));
      if (known && known.version !== seen) return "stale";
      drafts.delete(keyOf(organization, campaign));
      return "removed";
    },
  };
}
