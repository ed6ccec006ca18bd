import type * as z from "zod/mini";
import { Unrecoverable } from "../../errors.ts";
import type { Item } from "./item.ts";
import { jsonIn } from "./json-in.ts";

/** The checked content of an item's `body`; `code` names what could not be read. */
export function bodyIn<Value>(item: Item, schema: z.ZodMiniType<Value>, code: string): Value {
  const parsed = schema.safeParse(jsonIn(item, "body"));
  if (!parsed.success) throw new Unrecoverable(code);
  return parsed.data;
}
