import { Unrecoverable } from "../../errors.ts";
import { type Item, text, textIn } from "./item.ts";

/** A place in the table as text that fits into an item or a message. Opaque to callers. */
export function cursorOf(key: Item): string {
  return Buffer.from(JSON.stringify([textIn(key, "pk"), textIn(key, "sk")])).toString("base64url");
}

export function cursorIn(cursor: string): Item {
  try {
    const [pk, sk] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return { pk: text(String(pk)), sk: text(String(sk)) };
  } catch (cause) {
    throw new Unrecoverable("cursor/unreadable", { cause });
  }
}
