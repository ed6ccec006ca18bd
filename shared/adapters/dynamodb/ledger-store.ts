import {
  ScanCommand,
  type ScanCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { LedgerRow } from "../../domain/ledger/row.ts";
import { type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { LedgerStore } from "../../ports.ts";
import { asked, askedIf, isTransactionConflict } from "./fault.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";
import { ledgerRowKey, ownerOf, patientKey, reachKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import { eventIn } from "./record-item.ts";
import type { Table } from "./table.ts";

/** Items of one transaction (Amazon DynamoDB Developer Guide, `TransactWriteItems`). */
const transactionItemsMax = 100;

/** Tallies are few and every patient adds to them, so transactions meet and are tried again. */
const conflictTriesMax = 12;

export function createLedgerStore(table: Table): LedgerStore {
  const write = async (input: TransactWriteItemsCommandInput): Promise<void> => {
    for (let tries = 1; ; tries++) {
      try {
        await table.client.send(new TransactWriteItemsCommand(input));
        return;
      } catch (error) {
        if (!isTransactionConflict(error)) throw error;
        if (tries === conflictTriesMax) throw new TryAgain("ledger/contended", { cause: error });
        await pause(Math.random() * 10 * 2 ** Math.min(tries, 6));
      }
    }
  };
  return {
    async append(rows, counts) {
      // A refused condition says that this part was written before: a repeat, and done.
      for (const input of buildAppends(table.name, rows, counts)) {
        await askedIf(() => write(input));
      }
    },
    async *of(organization, patient) {
      for await (const item of queryAll(table, buildOf(table.name, organization, patient))) {
        yield rowIn(item);
      }
    },
    async *all(organization) {
      let from: Item | undefined;
      do {
        const input = buildAll(table.name, organization, from);
        const page = await asked(() => table.client.send(new ScanCommand(input)));
        yield* (page.Items ?? []).map(rowIn);
        from = page.LastEvaluatedKey;
      } while (from);
    },
    async reach(organization) {
      const items = await collected(queryAll(table, buildReach(table.name, organization)));
      return items.map(countIn);
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** This write's rows are not there yet: the first row stands for all of its transaction. */
const isNew = "attribute_not_exists(pk)";

/**
 * One transaction in all but rare cases. When rows and tallies are too many for one, both are
 * dealt out in order, each transaction with a row of its own to tell a repeat by: the same input
 * always makes the same transactions.
 */
export function buildAppends(
  table: string,
  rows: readonly LedgerRow[],
  counts: readonly ReachCount[],
): readonly TransactWriteItemsCommandInput[] {
  const [first] = rows;
  if (!first) return [];
  const tallies = sumCounts(counts);
  const parts = Math.ceil((rows.length + tallies.length) / (transactionItemsMax - 2));
  if (parts > rows.length) throw new Unrecoverable("ledger/too-many-tallies");
  return Array.from({ length: parts }, (_, part) => {
    const puts = share(rows, part, parts).map((row, index) => putRow(table, row, index === 0));
    const adds = share(tallies, part, parts).map((tally) =>
      addTally(table, first.organization, tally),
    );
    return { TransactItems: [...puts, ...adds] };
  });
}

function share<Value>(values: readonly Value[], part: number, parts: number): readonly Value[] {
  const at = (index: number) => Math.floor((values.length * index) / parts);
  return values.slice(at(part), at(part + 1));
}

function putRow(table: string, row: LedgerRow, isFirst: boolean): TransactWriteItem {
  const key = ledgerRowKey(row.organization, row.patient, row.revision, row.index);
  return {
    Put: {
      TableName: table,
      Item: {
        pk: text(key.pk),
        sk: text(key.sk),
        revision: number(row.revision),
        index: number(row.index),
        inputs: text(row.inputs),
        event: text(JSON.stringify(row.event)),
      },
      ...(isFirst ? { ConditionExpression: isNew } : {}),
    },
  };
}

function addTally(table: string, organization: string, tally: ReachCount): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: {
        pk: text(reachKey(organization)),
        sk: text(`${tally.campaign}#${tally.version}#${tally.measure}`),
      },
      UpdateExpression: "ADD #count :more",
      ExpressionAttributeNames: { "#count": "count" },
      ExpressionAttributeValues: { ":more": number(tally.count) },
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

/** Tallies alone: the partition would also hold the rows of a patient named `reach`. */
function buildReach(table: string, organization: string) {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk",
    FilterExpression: "attribute_exists(#count)",
    ExpressionAttributeNames: { "#count": "count" },
    ExpressionAttributeValues: { ":pk": text(reachKey(organization)) },
    ConsistentRead: true,
  };
}

/** A scan gives each partition whole and sorted, so a patient's rows come together and in order. */
export function buildAll(
  table: string,
  organization: string | undefined,
  from: Item | undefined,
): ScanCommandInput {
  const ofOne = organization !== undefined && {
    FilterExpression: "begins_with(pk, :organization) AND attribute_exists(#event)",
    ExpressionAttributeValues: { ":organization": text(`${organization}#`) },
  };
  return {
    TableName: table,
    FilterExpression: "attribute_exists(#event)",
    ExpressionAttributeNames: { "#event": "event" },
    ...ofOne,
    // A row that is missed would look like one that was never written.
    ConsistentRead: true,
    ...(from ? { ExclusiveStartKey: from } : {}),
  };
}

function rowIn(item: Item): LedgerRow {
  return {
    ...ownerOf(textIn(item, "pk")),
    revision: numberIn(item, "revision"),
    index: numberIn(item, "index"),
    inputs: textIn(item, "inputs"),
    event: eventIn(item),
  };
}

function countIn(item: Item): ReachCount {
  const [campaign = "", version = "", ...measure] = textIn(item, "sk").split("#");
  return {
    campaign,
    version: Number(version),
    measure: measure.join("#"),
    count: numberIn(item, "count"),
  };
}
