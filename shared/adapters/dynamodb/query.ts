import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { asked } from "./fault.ts";
import type { Item } from "./item.ts";
import type { Table } from "./table.ts";

/** All items of a query, page after page. */
export async function* queryAll(table: Table, input: QueryCommandInput): AsyncIterable<Item> {
  let from: Item | undefined;
  do {
    const command = new QueryCommand({ ...input, ...(from ? { ExclusiveStartKey: from } : {}) });
    const page = await asked(() => table.client.send(command));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

export async function collected<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
