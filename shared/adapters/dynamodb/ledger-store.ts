import {
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from "@aws-sdk/client-dynamodb";
import { digestNumber } from "../../domain/record/digest.ts";
import type { LedgerStore } from "../../ports.ts";
import { buildCohortQuery, cohortPageOf } from "./cohort-item.ts";
import { asked } from "./fault.ts";
import { type Item, text, textIn } from "./item.ts";
import { ledgerKey, patientKey } from "./keys.ts";
import { keepAndCount, type LedgerTable, type Pause } from "./ledger-batch.ts";
import { rowsIn } from "./ledger-item.ts";
import { queryAll } from "./query.ts";
import { readReach } from "./reach-read.ts";
import type { Table } from "./table.ts";

/** Workers who are told the same meet. Ms. */
const briefly: Pause = (round) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(round, 6)));

/** One batch in so many folds: what waits is read by every report, and folding costs a few dozen writes. */
const batchesPerFold = 32;

const nowAndThen = (seed: string) => digestNumber(`fold/${seed}`) % batchesPerFold === 0;

export function createLedgerStore(
  given: Table,
  { pause = briefly, isTurnToFold = nowAndThen }: Partial<Omit<LedgerTable, keyof Table>> = {},
): LedgerStore {
  const table = { ...given, pause, isTurnToFold };
  return {
    async append(writes) {
      const filled = writes.filter(({ rows }) => rows.length > 0);
      const byOrganization = Map.groupBy(filled, ({ rows }) => rows[0]?.organization ?? "");
      for (const [organization, ours] of byOrganization) {
        await keepAndCount(table, organization, ours);
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
    reach: (organization, of = {}) => readReach(table, organization, of),
    async cohort(organization, cohort, page) {
      const query = new QueryCommand(buildCohortQuery(table.name, organization, cohort, page));
      const { Items = [], LastEvaluatedKey } = await asked(() => table.client.send(query));
      return cohortPageOf(Items, LastEvaluatedKey === undefined);
    },
  };
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
