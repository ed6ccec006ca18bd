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

/**
 * The link that stops messages; a token of another purpose is none, for each is good for one thing.
 * @throws Unrecoverable for an item of another shape.
 */
export function linkFound(item: Item | undefined): Link | undefined {
  if (item === undefined || item["purpose"]?.S === "answer") return undefined;
  const link = StoredLink.safeParse({
    purpose: textIn(item, "purpose"),
    organization: textIn(item, "organization"),
    patient: textIn(item, "patient"),
    touch: textIn(item, "touch"),
    ...(item["language"] === undefined ? {} : { language: textIn(item, "language") }),
  });
  if (!link.success) throw new Unrecoverable("link/unreadable");
  return { ...link.data, expiresAt: numberIn(item, "expires") * 1_000 };
}
