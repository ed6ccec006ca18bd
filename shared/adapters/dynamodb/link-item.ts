import { StoredLink } from "../../contracts/stored/link.ts";
import type { Link } from "../../domain/message/link.ts";
import { Unrecoverable } from "../../errors.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";

/**
 * A link as attributes. `expires` is what the table forgets it by, in seconds as DynamoDB takes them; the
 * table may take days over it, so the moment is checked as well (Amazon DynamoDB Developer Guide, "Using
 * time to live").
 */
export function linkAttributes({ expiresAt, language, ...link }: Link): Item {
  return {
    purpose: text(link.purpose),
    organization: text(link.organization),
    patient: text(link.patient),
    touch: text(link.touch),
    ...(language === undefined ? {} : { language: text(language) }),
    expires: number(Math.floor(expiresAt / 1_000)),
  };
}

/** @throws Unrecoverable for an item of another shape. */
export function linkIn(item: Item): Link {
  const link = StoredLink.safeParse({
    purpose: textIn(item, "purpose"),
    organization: textIn(item, "organization"),
    patient: textIn(item, "patient"),
    touch: textIn(item, "touch"),
    ...(item["language"] === undefined ? {} : { language: textIn(item, "language") }),
    expiresAt: numberIn(item, "expires") * 1_000,
  });
  if (!link.success) throw new Unrecoverable("link/unreadable");
  return link.data;
}
