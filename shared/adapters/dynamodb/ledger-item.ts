import type { PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import { pack } from "../../contracts/stored/packed.ts";
import type { LedgerRow } from "../../domain/ledger/row.ts";
import { type Item, text, textIn } from "./item.ts";
import { type ItemKey, ledgerKey, ownerOf } from "./keys.ts";
import { eventsIn } from "./record-item.ts";

/** This write's rows are not there yet. */
const isNew = "attribute_not_exists(pk)";

/**
 * All rows of one write in one item, packed as in the record that they come from: nearly always one write
 * unit. `batch` names the batch by which they are counted.
 */
export function buildPutRows(
  table: string,
  rows: readonly [LedgerRow, ...LedgerRow[]],
  batch: string,
): PutItemCommandInput {
  const key = keyOf(rows);
  return {
    TableName: table,
    Item: {
      pk: text(key.pk),
      sk: text(key.sk),
      inputs: text(rows[0].inputs),
      events: text(pack(JSON.stringify(rows.map(({ event }) => event)))),
      batch: text(batch),
    },
    ConditionExpression: isNew,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}

export function keyOf([{ organization, patient, revision }]: readonly [
  LedgerRow,
  ...LedgerRow[],
]): ItemKey {
  return ledgerKey(organization, patient, revision);
}

/** The rows of one item, in the order of their events. */
export function rowsIn(item: Item): readonly LedgerRow[] {
  const owner = ownerOf(textIn(item, "pk"));
  const revision = Number(textIn(item, "sk"));
  const inputs = textIn(item, "inputs");
  return eventsIn(item).map((event, index) => ({ ...owner, revision, index, inputs, event }));
}
