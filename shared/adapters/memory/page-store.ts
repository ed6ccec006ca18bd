import type { OpenedPage, PageId } from "../../domain/page/page-link.ts";
import { Unrecoverable } from "../../errors.ts";
import type { PageStore } from "../../ports.ts";
import { linkDigest } from "../link-digest.ts";

export interface MemoryPageStore extends PageStore {
  /** All that is kept, by the digests of the tokens. */
  readonly pages: ReadonlyMap<PageId, OpenedPage>;
}

export function createMemoryPageStore(): MemoryPageStore {
  const pages = new Map<PageId, OpenedPage>();
  const tries = new Map<PageId, Set<string>>();
  const triesOf = (page: PageId) => tries.get(page) ?? new Set<string>();
  const at = (page: PageId) => {
    const kept = pages.get(page);
    return kept && { ...kept, tries: triesOf(page).size };
  };
  return {
    pages,
    async save(token, link) {
      const id = linkDigest(token);
      pages.set(id, { id, link, tries: 0, said: {} });
      tries.delete(id);
    },
    open: async (token) => at(linkDigest(token)),
    at: async (page) => at(page),
    async countTry(page, attempt, max) {
      const made = triesOf(page);
      if (!pages.has(page) || (made.size >= max && !made.has(attempt))) return "too-many";
      tries.set(page, made.add(attempt));
      return "counted";
    },
    async forgiveTry(page, attempt) {
      triesOf(page).delete(attempt);
    },
    async say(page, word) {
      const kept = pages.get(page);
      if (kept === undefined) throw new Unrecoverable("page/gone");
      const stands = kept.said[word.is] ?? word;
      pages.set(page, { ...kept, said: { ...kept.said, [word.is]: stands } });
      return stands;
    },
  };
}
