import {
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from "@aws-sdk/client-dynamodb";
import { sumCounts } from "../../domain/reach/tally.ts";
import { Unrecoverable } from "../../errors.ts";
import type { LedgerStore, LedgerWrite } from "../../ports.ts";
import { asked } from "./fault.ts";
import { type Item, text, textIn } from "./item.ts";
import { ledgerKey, patientKey } from "./keys.ts";
import { keepAndCount, type Pause } from "./ledger-batch.ts";
import { rowsIn } from "./ledger-item.ts";
import { collected, queryAll } from "./query.ts";
import { buildAdds, buildReach, countsIn } from "./reach-tallies.ts";
import type { Table } from "./table.ts";

/** Items of one transaction (Amazon DynamoDB Developer Guide, `TransactWriteItems`), the batch's among them. */
const transactionItemsMax = 100;

/** Measures of one update: an expression holds 4 KB (the same guide, "Service, account, and table quotas"). */
const measuresMax = 250;

/** Tallies are few and every patient adds to them, so workers meet there. Ms. */
const briefly: Pause = (round) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(round, 6)));

export function createLedgerStore(given: Table, pause: Pause = briefly): LedgerStore {
  const table = { ...given, pause };
  return {
    async append(writes) {
      const filled = writes.filter(({ rows }) => rows.length > 0);
      const byOrganization = Map.groupBy(filled, ({ rows }) => rows[0]?.organization ?? "");
      for (const [organization, ours] of byOrganization) {
        for (const part of partsOf(organization, ours)) {
          await keepAndCount(table, organization, part);
        }
      }
    },
    async *of(organization, patient) {
      for await (const item of queryAll(table, buildOf(table.name, organization, patient))) {
        yield* rowsIn(item);
      }
    },
    async latest(organization, patient, { writes, before }) {
      const input = buildLatest(table.name, organization, patient, { writes, before });
      const page = await asked(() => table.client.send(new QueryCommand(input)));
      const items = page.Items ?? [];
      const last = page.LastEvaluatedKey && items.at(-1);
      return {
        rows: items.flatMap((item) => rowsIn(item).toReversed()),
        ...(last ? { before: Number(textIn(last, "sk")) } : {}),
      };
    },
    async *all(organization) {
      let from: Item | undefined;
      do {
        const input = buildAll(table.name, organization, from);
        const page = await asked(() => table.client.send(new ScanCommand(input)));
        for (const item of page.Items ?? []) yield* rowsIn(item);
        from = page.LastEvaluatedKey;
      } while (from);
    },
    async reach(organization) {
      const items = await collected(queryAll(table, buildReach(table.name, organization)));
      return sumCounts(items.flatMap(countsIn));
    },
  };
}

/** All of them in nearly all cases; halved, in their order, where the tallies are too many for one transaction. */
export function partsOf(
  organization: string,
  writes: readonly LedgerWrite[],
): readonly (readonly LedgerWrite[])[] {
  const adds = buildAdds(
    "",
    organization,
    writes.flatMap(({ counts }) => counts),
  );
  const measures = adds.map(
    ({ ExpressionAttributeNames = {} }) => Object.keys(ExpressionAttributeNames).length,
  );
  if (adds.length < transactionItemsMax && Math.max(0, ...measures) <= measuresMax) return [writes];
  if (writes.length === 1) throw new Unrecoverable("ledger/too-many-tallies");
  const half = Math.ceil(writes.length / 2);
  return [
    ...partsOf(organization, writes.slice(0, half)),
    ...partsOf(organization, writes.slice(half)),
  ];
}

/** In the order of writing. Rows begin with a digit, so a patient named `reach` is no trap. */
function buildOf(table: string, organization: string, patient: string) {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
    ExpressionAttributeValues: {
      ":pk": text(patientKey(organization, patient)),
      ":first": text("0"),
      ":last": text("9~"),
    },
    ConsistentRead: true,
  };
}

export function buildLatest(
  table: string,
  organization: string,
  patient: string,
  { writes, before }: { readonly writes: number; readonly before?: number | undefined },
): QueryCommandInput {
  const all = buildOf(table, organization, patient);
  // The key of the revision before: `BETWEEN` takes in both of its ends.
  const last = before === undefined ? "9~" : ledgerKey(organization, patient, before - 1).sk;
  return {
    ...all,
    ExpressionAttributeValues: { ...all.ExpressionAttributeValues, ":last": text(last) },
    ScanIndexForward: false,
    Limit: writes,
  };
}

/** A scan gives each partition whole and sorted, so a patient's rows come together and in order. */
export function buildAll(
  table: string,
  organization: string | undefined,
  from: Item | undefined,
): ScanCommandInput {
  const ofOne = organization !== undefined && {
    FilterExpression: "begins_with(pk, :organization) AND attribute_exists(#events)",
    ExpressionAttributeValues: { ":organization": text(`${organization}#`) },
  };
  return {
    TableName: table,
    FilterExpression: "attribute_exists(#events)",
    ExpressionAttributeNames: { "#events": "events" },
    ...ofOne,
    // A row that is missed would look like one that was never written.
    ConsistentRead: true,
    ...(from ? { ExclusiveStartKey: from } : {}),
  };
}
