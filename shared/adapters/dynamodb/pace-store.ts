import { PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { Slowing } from "../../domain/pace/slowing.ts";
import type { Channel } from "../../domain/patient/contact-point.ts";
import type { PaceStore } from "../../ports.ts";
import { askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { number, numberIn, text } from "./item.ts";
import { slowingKey } from "./keys.ts";
import type { Table } from "./table.ts";

export function createPaceStore(table: Table): PaceStore {
  const { client, name } = table;
  return {
    async slowing(lane) {
      const item = await getItem(table, slowingKey(lane));
      return item && { at: numberIn(item, "at"), share: numberIn(item, "share") };
    },
    async slow(lane, before, after) {
      const input = buildSlow(name, lane, before, after);
      await askedIf(() => client.send(new PutItemCommand(input)));
    },
  };
}

function buildSlow(
  table: string,
  lane: Channel,
  before: Slowing | undefined,
  after: Slowing,
): PutItemCommandInput {
  const { pk, sk } = slowingKey(lane);
  return {
    TableName: table,
    Item: { pk: text(pk), sk: text(sk), at: number(after.at), share: number(after.share) },
    // "at" is a reserved word of the expression language.
    ExpressionAttributeNames: { "#at": "at" },
    ...(before === undefined
      ? { ConditionExpression: "attribute_not_exists(#at)" }
      : {
          ConditionExpression: "#at = :before",
          ExpressionAttributeValues: { ":before": number(before.at) },
        }),
  };
}
