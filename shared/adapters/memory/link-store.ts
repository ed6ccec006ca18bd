import type { Link } from "../../domain/message/link.ts";
import type { LinkStore } from "../../ports.ts";
import { linkDigest } from "../link-digest.ts";

export interface MemoryLinkStore extends LinkStore {
  /** All that is kept, by the digests of the tokens. */
  readonly links: ReadonlyMap<string, Link>;
}

export function createMemoryLinkStore(): MemoryLinkStore {
  const links = new Map<string, Link>();
  return {
    links,
    async save(token, link) {
      links.set(linkDigest(token), link);
    },
    async find(token) {
      return links.get(linkDigest(token));
    },
  };
}
