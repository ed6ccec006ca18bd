import { unpack } from "../../contracts/stored/packed.ts";
import { Unrecoverable } from "../../errors.ts";
import { type Item, textIn } from "./item.ts";

/** The JSON in a text attribute, packed or plain. */
export function jsonIn(item: Item, name: string): unknown {
  const stored = textIn(item, name);
  try {
    return JSON.parse(unpack(stored));
  } catch {
    throw new Unrecoverable("item/not-json", { details: { name } });
  }
}
