import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { pack } from "../../contracts/stored/packed.ts";
import { formatRecordBody } from "../../contracts/stored/record-body.ts";
import type { Lane } from "../../domain/record/due.ts";
import { nextDue, shardOf } from "../../domain/record/due.ts";
import type { Instant } from "../../domain/time.ts";
import { StaleRecord } from "../../errors.ts";
import type { DueEntry, RecordChange, RecordStore } from "../../ports.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";
import { ownerOf, recordKey } from "./keys.ts";
import { recordIn } from "./record-item.ts";
import type { Table } from "./table.ts";

export interface RecordStoreOptions {
  readonly table: Table;
  /** Shards of each lane of the due index; more of them bear more writes a second. */
  readonly shards: number;
}

/** Nobody has written this patient's record yet. */
const isNew = "attribute_not_exists(pk)";
/** Nobody has written it since it was loaded: the one condition that a claim stands on. */
const isUnchanged = "revision = :loaded";

export function createRecordStore(options: RecordStoreOptions): RecordStore {
  const { client, name } = options.table;
  return {
    async load(organization, patient) {
      const item = await getItem(options.table, recordKey(organization, patient));
      return item && recordIn(item);
    },
    async append(change) {
      const write = randomUUID();
      const input = buildAppend(options, change, write);
      await asked(async () => {
        try {
          await client.send(new PutItemCommand(input));
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
          // When the answer to our own write was lost, the SDK asked again: then it stands.
          if (!isOurs(error, write)) throw new StaleRecord();
        }
      });
    },
    async due(lane, shard, by, limit) {
      const entries: DueEntry[] = [];
      let from: Item | undefined;
      do {
        const input = buildDue(name, `${lane}#${shard}`, by, limit - entries.length, from);
        const page = await asked(() => client.send(new QueryCommand(input)));
        entries.push(...(page.Items ?? []).map(dueEntryIn));
        from = page.LastEvaluatedKey;
      } while (from && entries.length < limit);
      return entries;
    },
  };
}

/** Whether the item that refused the write is the one that this very write left there. */
function isOurs(error: ConditionalCheckFailedException, write: string): boolean {
  return error.Item?.["write"]?.S === write;
}

/**
 * The whole item is put anew, so that a record with nothing due leaves the sparse index. `write`
 * names this one write: two workers may decide the very same thing at the very same moment.
 */
export function buildAppend(
  { table, shards }: RecordStoreOptions,
  change: RecordChange,
  write: string,
): PutItemCommandInput {
  const { before, after, events, inputs } = change;
  const key = recordKey(before.organization, before.patient);
  const due = nextDue(after);
  return {
    TableName: table.name,
    Item: {
      pk: text(key.pk),
      sk: text(key.sk),
      revision: number(before.revision + 1),
      body: text(pack(formatRecordBody(after))),
      events: text(pack(JSON.stringify(events))),
      inputs: text(inputs),
      write: text(write),
      ...(due
        ? { lane: text(laneKey(due.lane, before.patient, shards)), dueAt: number(due.at) }
        : {}),
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    ...(before.revision === 0
      ? { ConditionExpression: isNew }
      : {
          ConditionExpression: isUnchanged,
          ExpressionAttributeValues: { ":loaded": number(before.revision) },
        }),
  };
}

export function buildDue(
  table: string,
  lane: string,
  by: Instant,
  limit: number,
  from: Item | undefined,
): QueryCommandInput {
  return {
    TableName: table,
    IndexName: "due",
    KeyConditionExpression: "lane = :lane AND dueAt <= :by",
    ExpressionAttributeValues: { ":lane": text(lane), ":by": number(by) },
    Limit: limit,
    ...(from ? { ExclusiveStartKey: from } : {}),
  };
}

function laneKey(lane: Lane, patient: string, shards: number): string {
  return `${lane}#${shardOf(patient, shards)}`;
}

function dueEntryIn(item: Item): DueEntry {
  return { ...ownerOf(textIn(item, "pk")), dueAt: numberIn(item, "dueAt") };
}
