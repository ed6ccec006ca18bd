import { GetItemCommand, type GetItemCommandInput } from "@aws-sdk/client-dynamodb";
import { asked } from "./fault.ts";
import { type Item, text } from "./item.ts";
import type { ItemKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** One item, read consistently. */
export async function getItem(table: Table, key: ItemKey): Promise<Item | undefined> {
  const input = buildGet(table.name, key);
  const answer = await asked(() => table.client.send(new GetItemCommand(input)));
  return answer.Item;
}

export function buildGet(table: string, { pk, sk }: ItemKey): GetItemCommandInput {
  return { TableName: table, Key: { pk: text(pk), sk: text(sk) }, ConsistentRead: true };
}
