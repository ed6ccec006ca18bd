import { ScanCommand } from "@aws-sdk/client-dynamodb";
import type { Item } from "#adapters/dynamodb/item";
import type { BenchRegion } from "./region.ts";

/**
 * What the ledger takes up: names and values of attributes, and what DynamoDB adds to each item.
 * Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats", and the 100 bytes an
 * item that storage is billed with.
 */
export async function ledgerBytes({ stores }: BenchRegion, table: string): Promise<number> {
  const { client } = stores.table;
  let bytes = 0;
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) bytes += 100 + bytesOf(item);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return bytes;
}

function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, { S = "", N }]) => {
    const digits = N === undefined ? 0 : Math.ceil(N.length / 2) + 1;
    return sum + name.length + Buffer.byteLength(S) + digits;
  }, 0);
}
