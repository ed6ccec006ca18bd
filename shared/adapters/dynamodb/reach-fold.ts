import {
  type Delete,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";
import { groupKey } from "../../contracts/stored/reach.ts";
import { type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { asked, isConditionFailure, isTransactionConflict } from "./fault.ts";
import { type Item, numberIn, text, textIn } from "./item.ts";
import { buildDeltasQuery, countsIn } from "./reach-delta.ts";
import { buildTallyRead, buildTallyWrite, tallyKeyOf } from "./reach-tallies.ts";
import type { Table } from "./table.ts";

/** Items of one transaction (Amazon DynamoDB Developer Guide, `TransactWriteItems`). */
const transactionItemsMax = 100;

/** Items of batches that are folded at a time. */
const deltasMax = 50;

interface Fold {
  readonly deltas: readonly Item[];
  readonly counts: readonly ReachCount[];
}

/**
 * Adds what batches have counted to the tallies, and takes it away from where it waited, in one
 * transaction: at every moment a count is in one of the two, wherever this stops. Of several who
 * fold at once one does, and the others leave it to them.
 */
export async function fold(table: Table, organization: string): Promise<void> {
  const query = { ...buildDeltasQuery(table.name, organization), Limit: deltasMax };
  const page = await asked(() => table.client.send(new QueryCommand(query)));
  const { deltas, counts } = whatFits(page.Items ?? []);
  if (deltas.length === 0) return;
  const groups = [...Map.groupBy(counts, groupKey).values()];
  const writes = await Promise.all(
    groups.map(async (added) => {
      const key = tallyKeyOf(organization, added[0] as ReachCount);
      const read = new GetItemCommand(buildTallyRead(table.name, key));
      const { Item: known } = await asked(() => table.client.send(read));
      const sums = sumCounts([...(known ? countsIn(known) : []), ...added]);
      const before = known ? numberIn(known, "revision") : 0;
      return { Put: buildTallyWrite(table.name, key, sums, before) };
    }),
  );
  const removals = deltas.map((delta) => ({ Delete: buildRemoval(table.name, delta) }));
  await transact(table, { TransactItems: [...removals, ...writes] });
}

/** As many, from the first, as one transaction takes with all tallies that they add to. */
function whatFits(deltas: readonly Item[]): Fold {
  const taken: Item[] = [];
  const counts: ReachCount[] = [];
  const tallies = new Set<string>();
  for (const delta of deltas) {
    const added = countsIn(delta);
    const more = new Set([...tallies, ...added.map(groupKey)]);
    if (taken.length + 1 + more.size > transactionItemsMax) break;
    for (const key of more) tallies.add(key);
    taken.push(delta);
    counts.push(...added);
  }
  return { deltas: taken, counts: sumCounts(counts) };
}

/** Unless somebody folded it meanwhile: then none of this is done. */
function buildRemoval(table: string, delta: Item): Delete {
  return {
    TableName: table,
    Key: { pk: text(textIn(delta, "pk")), sk: text(textIn(delta, "sk")) },
    ConditionExpression: "attribute_exists(pk)",
  };
}

async function transact(table: Table, input: TransactWriteItemsCommandInput): Promise<void> {
  try {
    await table.client.send(new TransactWriteItemsCommand(input));
  } catch (error) {
    const isElsewhere = isConditionFailure(error) || isTransactionConflict(error);
    if (!isElsewhere) return asked(() => Promise.reject(error));
  }
}
