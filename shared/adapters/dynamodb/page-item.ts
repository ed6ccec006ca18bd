import { readPageAsks, readPageWord, StoredPageLink } from "../../contracts/stored/page-link.ts";
import type { OpenedPage, PageId, PageLink } from "../../domain/page/page-link.ts";
import {
  type PageWord,
  type PageWordKind,
  pageWordKinds,
  type Said,
} from "../../domain/page/page-word.ts";
import { Unrecoverable } from "../../errors.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";

/** Where a word of this kind stands: beside what the link is for, and not in it. */
export function saidName(kind: PageWordKind): string {
  return `said-${kind}`;
}

/** Names of the tries that were in vain, or are being looked at. */
export const triesName = "tries";

/** A page as attributes; `expires` is what the table forgets it by (`link-item.ts`). */
export function pageAttributes({ asks, expiresAt, ...link }: PageLink): Item {
  const texts = Object.entries(link).map(([name, value]) => [name, text(value)]);
  return {
    ...Object.fromEntries(texts),
    asks: text(JSON.stringify(asks)),
    expires: number(Math.floor(expiresAt / 1_000)),
  };
}

/**
 * The page that this item keeps; one of another purpose is none.
 * @throws Unrecoverable for an item of another shape.
 */
export function pageFound(page: PageId, item: Item | undefined): OpenedPage | undefined {
  if (item === undefined || item["purpose"]?.S !== "answer") return undefined;
  const texts = Object.entries(item).map(([name, value]) => [name, value.S]);
  const link = StoredPageLink.safeParse(Object.fromEntries(texts));
  const asks = readPageAsks(textIn(item, "asks"));
  if (!link.success || asks === undefined) throw new Unrecoverable("page/unreadable");
  const expiresAt = numberIn(item, "expires") * 1_000;
  const tries = item[triesName]?.SS?.length ?? 0;
  return { id: page, link: { ...link.data, asks, expiresAt }, tries, said: saidIn(item) };
}

function saidIn(item: Item): Said {
  const words = pageWordKinds.flatMap((kind) => {
    const word = wordIn(item, kind);
    return word === undefined ? [] : [[kind, word]];
  });
  return Object.fromEntries(words) as Said;
}

/** The word of this kind that stands on the page. */
export function wordIn(item: Item, kind: PageWordKind): PageWord | undefined {
  const said = item[saidName(kind)]?.S;
  if (said === undefined) return undefined;
  const word = readPageWord(said, kind);
  if (word === undefined) throw new Unrecoverable("page/unreadable");
  return word;
}
