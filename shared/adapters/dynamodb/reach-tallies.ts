import type { QueryCommandInput, Update } from "@aws-sdk/client-dynamodb";
import { type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";
import { reachKey, reachPartition } from "./keys.ts";

/**
 * One item for each version of each campaign, with a measure in each attribute: what a batch adds to a
 * campaign is one update.
 */
export function buildAdds(
  table: string,
  organization: string,
  counts: readonly ReachCount[],
): readonly Update[] {
  const byItem = Map.groupBy(
    sumCounts(counts),
    ({ campaign, version }) => `${campaign}#${version}`,
  );
  return [...byItem.values()].map((measures) => buildAdd(table, organization, measures));
}

function buildAdd(table: string, organization: string, measures: readonly ReachCount[]): Update {
  const [{ campaign, version }] = measures as [ReachCount];
  const { pk, sk } = reachKey(organization, campaign, version);
  const names = measures.map(({ measure }, index) => [`#${index}`, measure] as const);
  const values = measures.map(({ count }, index) => [`:${index}`, number(count)] as const);
  return {
    TableName: table,
    Key: { pk: text(pk), sk: text(sk) },
    UpdateExpression: `ADD ${measures.map((_, index) => `#${index} :${index}`).join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries(names),
    ExpressionAttributeValues: Object.fromEntries(values),
  };
}

/** Tallies alone: the partition also holds the rows of a patient named `reach`. */
export function buildReach(table: string, organization: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk",
    FilterExpression: "attribute_not_exists(#events)",
    ExpressionAttributeNames: { "#events": "events" },
    ExpressionAttributeValues: { ":pk": text(reachPartition(organization)) },
    ConsistentRead: true,
  };
}

export function countsIn(item: Item): readonly ReachCount[] {
  const [campaign = "", version = ""] = textIn(item, "sk").split("#");
  const measures = Object.keys(item).filter((name) => name !== "pk" && name !== "sk");
  return measures.map((measure) => ({
    campaign,
    version: Number(version),
    measure,
    count: numberIn(item, measure),
  }));
}
