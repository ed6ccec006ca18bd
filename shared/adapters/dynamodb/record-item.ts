import * as z from "zod/mini";
import { parseRecordBody } from "../../contracts/stored/record-body.ts";
import type { LedgerRow } from "../../domain/ledger/row.ts";
import type { RecordEvent } from "../../domain/record/event.ts";
import type { PatientRecord } from "../../domain/record/record.ts";
import { Unrecoverable } from "../../errors.ts";
import { type Item, numberIn, textIn } from "./item.ts";
import { jsonIn } from "./json-in.ts";
import { ownerOf } from "./keys.ts";

/** Loose: an event of a newer release passes through to the ledger as it is. */
const Event = z.looseObject({ type: z.string().check(z.minLength(1)), at: z.number() });
const Events = z.array(Event);

/** The record in its item. Throws `Unrecoverable` for what is none: nothing is sent then. */
export function recordIn(item: Item): PatientRecord {
  const owner = ownerOf(textIn(item, "pk"));
  const body = parseRecordBody(jsonIn(item, "body"));
  if (!body) throw new Unrecoverable("record/unreadable", { details: owner });
  return { ...owner, revision: numberIn(item, "revision"), ...body };
}

/**
 * The ledger rows of one write, from the new image of a record item as the table's stream shows
 * it; none for items of another kind. The same image always gives the same rows.
 */
export function ledgerRowsIn(image: Item): readonly LedgerRow[] {
  if (image["sk"]?.S !== "record") return [];
  const owner = ownerOf(textIn(image, "pk"));
  const revision = numberIn(image, "revision");
  const inputs = textIn(image, "inputs");
  return eventsIn(image).map((event, index) => ({ ...owner, revision, index, inputs, event }));
}

/** The events of one write, in a record's item or in the ledger's. */
export function eventsIn(image: Item): readonly RecordEvent[] {
  const events = Events.safeParse(jsonIn(image, "events"));
  if (!events.success) throw new Unrecoverable("events/unreadable");
  return events.data as unknown as readonly RecordEvent[];
}
