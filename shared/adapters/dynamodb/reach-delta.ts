import type { Put, QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { pack } from "../../contracts/stored/packed.ts";
import { formatReach, groupKey, parseReach } from "../../contracts/stored/reach.ts";
import { type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { Unrecoverable } from "../../errors.ts";
import { type Item, text } from "./item.ts";
import { jsonIn } from "./json-in.ts";
import { reachDeltaKey, reachPartition } from "./keys.ts";

/**
 * Tallies that one item of a batch may add to: a fold must take the item whole, and writes to each of
 * them in one transaction of a hundred.
 */
export const tallyItemsOfDeltaMax = 40;

/** What a batch adds, nearly always one item; it waits there until it is folded into the tallies. */
export function buildDeltas(
  table: string,
  organization: string,
  batch: string,
  counts: Iterable<ReachCount>,
): readonly Put[] {
  const groups = [...Map.groupBy(sumCounts(counts), groupKey).values()];
  const parts = Array.from({ length: Math.ceil(groups.length / tallyItemsOfDeltaMax) }, (_, at) =>
    groups.slice(at * tallyItemsOfDeltaMax, (at + 1) * tallyItemsOfDeltaMax).flat(),
  );
  return parts.map((part, at) => {
    const { pk, sk } = reachDeltaKey(organization, batch, at);
    const body = text(pack(formatReach(part)));
    return { TableName: table, Item: { pk: text(pk), sk: text(sk), body } };
  });
}

/** What is not folded yet. */
export function buildDeltasQuery(table: string, organization: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :delta)",
    ExpressionAttributeValues: {
      ":pk": text(reachPartition(organization)),
      ":delta": text("delta#"),
    },
    ConsistentRead: true,
  };
}

/** The counts in an item of a batch, or of the tallies. */
export function countsIn(item: Item): readonly ReachCount[] {
  const counts = parseReach(jsonIn(item, "body"));
  if (!counts) throw new Unrecoverable("reach/unreadable");
  return counts;
}
