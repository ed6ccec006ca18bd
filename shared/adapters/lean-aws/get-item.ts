import { Unrecoverable } from "../../errors.ts";
import type { Item } from "../dynamodb/item.ts";
import type { ItemKey } from "../dynamodb/keys.ts";
import type { AwsCall } from "./call.ts";

/** One table, reached without the SDK. */
export interface LeanTable {
  readonly call: AwsCall;
  readonly name: string;
}

/** One item, read consistently. Attributes are checked by whoever reads them. */
export async function getItem(table: LeanTable, { pk, sk }: ItemKey): Promise<Item | undefined> {
  const answer = await table.call("GetItem", {
    TableName: table.name,
    Key: { pk: { S: pk }, sk: { S: sk } },
    ConsistentRead: true,
  });
  const item = answer["Item"];
  if (item === undefined) return undefined;
  if (typeof item !== "object" || item === null) throw new Unrecoverable("item/not-an-item");
  return item as Item;
}
