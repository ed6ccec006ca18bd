import * as z from "zod/mini";
import {
  StoredClaim,
  StoredClosing,
  StoredListedTask,
} from "../../contracts/stored/listed-task.ts";
import type { WorklistEntry } from "../../domain/task/claim.ts";
import { Unrecoverable } from "../../errors.ts";
import type { FoundTask } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { type Item, numberIn } from "./item.ts";
import { jsonIn } from "./json-in.ts";

/** An open task; a closed one of which only that is known has no body. */
export function entryIn(item: Item): WorklistEntry {
  return {
    listed: bodyIn(item, StoredListedTask, "worklist/unreadable"),
    version: item["hands"] ? numberIn(item, "hands") : 0,
    ...(item["claim"] ? { claim: readIn(item, "claim", StoredClaim) } : {}),
  };
}

export function foundIn(item: Item): FoundTask {
  if (item["openIn"]) return { is: "open", ...entryIn(item) };
  const closing = item["closing"] && readIn(item, "closing", StoredClosing);
  const listed = item["body"] && entryIn(item).listed;
  return { is: "closed", ...(closing ? { closing } : {}), ...(listed ? { listed } : {}) };
}

function readIn<Value>(item: Item, name: string, schema: z.ZodMiniType<Value>): Value {
  const parsed = z.safeParse(schema, jsonIn(item, name));
  if (!parsed.success) throw new Unrecoverable("worklist/unreadable");
  return parsed.data;
}
