import type { GetItemCommandInput, Put, QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { pack } from "../../contracts/stored/packed.ts";
import { formatReach } from "../../contracts/stored/reach.ts";
import type { ReachCount } from "../../domain/reach/tally.ts";
import type { ReachOf } from "../../ports.ts";
import { number, text } from "./item.ts";
import { type ItemKey, reachKey, reachPartition } from "./keys.ts";

/** One item for each version of each campaign and each week's eligible, all its cells packed in it. */
export function buildTallyRead(table: string, { pk, sk }: ItemKey): GetItemCommandInput {
  return { TableName: table, Key: { pk: text(pk), sk: text(sk) }, ConsistentRead: true };
}

/**
 * The tallies of one item after a fold, unless somebody folded into it meanwhile.
 *
 * @param before its revision as it was read; 0 where there was none.
 */
export function buildTallyWrite(
  table: string,
  { pk, sk }: ItemKey,
  counts: readonly ReachCount[],
  before: number,
): Put {
  return {
    TableName: table,
    Item: {
      pk: text(pk),
      sk: text(sk),
      body: text(pack(formatReach(counts))),
      revision: number(before + 1),
    },
    ...(before === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :before",
          ExpressionAttributeValues: { ":before": number(before) },
        }),
  };
}

export function tallyKeyOf(organization: string, count: ReachCount): ItemKey {
  return reachKey(organization, count.campaign, count.week, count.version);
}

/** Tallies alone, of one campaign's weeks or of all: the partition also holds a patient named `reach`. */
export function buildTalliesQuery(
  table: string,
  organization: string,
  { campaign, from = "0000-W01", through = "9999-W53" }: ReachOf,
): QueryCommandInput {
  const pk = text(reachPartition(organization));
  const isOne = campaign !== undefined;
  return {
    TableName: table,
    KeyConditionExpression: isOne
      ? "pk = :pk AND sk BETWEEN :first AND :last"
      : "pk = :pk AND begins_with(sk, :tally)",
    ExpressionAttributeValues: isOne
      ? {
          ":pk": pk,
          ":first": text(reachKey("-", campaign, from, "").sk),
          ":last": text(reachKey("-", campaign, through, "~").sk),
        }
      : { ":pk": pk, ":tally": text("tally#") },
    ConsistentRead: true,
  };
}
