import {
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Slowing } from "../../domain/pace/slowing.ts";
import type { Channel } from "../../domain/patient/contact-point.ts";
import { hourMs, type Instant } from "../../domain/time.ts";
import type { PaceStore } from "../../ports.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { number, numberIn, text } from "./item.ts";
import { sentKey, slowingKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

/** The last hour that a key can name. */
const hourMax = 99_999_999;

function hourOf(at: Instant): number {
  return Math.floor(at / hourMs);
}

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
    async noteSent(lane, at) {
      await asked(() => client.send(new UpdateItemCommand(buildNoteSent(name, lane, at))));
    },
    async sentSince(lane, from) {
      const first = sentKey(lane, hourOf(from));
      const items = await collected(
        queryAll(table, {
          TableName: name,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
          ExpressionAttributeValues: {
            ":pk": text(first.pk),
            ":first": text(first.sk),
            ":last": text(sentKey(lane, hourMax).sk),
          },
          ConsistentRead: true,
        }),
      );
      return items.reduce((sum, item) => sum + numberIn(item, "messages"), 0);
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

function buildNoteSent(table: string, lane: Channel, at: Instant): UpdateItemCommandInput {
  const { pk, sk } = sentKey(lane, hourOf(at));
  return {
    TableName: table,
    Key: { pk: text(pk), sk: text(sk) },
    UpdateExpression: "ADD messages :one",
    ExpressionAttributeValues: { ":one": number(1) },
  };
}
