import type { LinkStore } from "../../ports.ts";
import { linkKey } from "../dynamodb/keys.ts";
import { linkFound } from "../dynamodb/link-item.ts";
import { linkDigest } from "../link-digest.ts";
import { getItem, type LeanTable } from "./get-item.ts";

/** Reads what `createLinkStore` keeps. */
export function createLinkFinder(table: LeanTable): Pick<LinkStore, "find"> {
  return {
    async find(token) {
      return linkFound(await getItem(table, linkKey(linkDigest(token))));
    },
  };
}
