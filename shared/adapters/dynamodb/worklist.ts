import {
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Claim } from "../../domain/task/claim.ts";
import type { ListedTask, TaskName } from "../../domain/task/listed-task.ts";
import type { ClosedTask, Worklist, WorklistFilter } from "../../ports.ts";
import { taskPlace } from "../task-place.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, text, textIn } from "./item.ts";
import { holderKey, queueKey, taskKey } from "./keys.ts";
import type { Table } from "./table.ts";
import { entryIn, foundIn } from "./worklist-item.ts";

/** Items looked at by one query that leaves some of them out: still well below its 1 MB. */
const siftedAtOnce = 500;

/** How long a closed task is remembered: whoever raises it late must find that it is closed. Ms. */
const closedForMs = 30 * 24 * 3_600_000;

export function createWorklist(table: Table): Worklist {
  const { client, name } = table;
  return {
    async list(task) {
      const input = buildList(name, task);
      await askedIf(() => client.send(new UpdateItemCommand(input)));
    },
    async close(task, closed) {
      const input = buildClose(name, task, closed);
      await askedIf(() => client.send(new UpdateItemCommand(input)));
    },
    async find(task) {
      const item = await getItem(table, taskKey(task));
      return item && foundIn(item);
    },
    async assign(task, version, claim) {
      const input = buildAssign(name, task, version, claim);
      const answer = await askedIf(() => client.send(new UpdateItemCommand(input)));
      return answer === "condition-failed" ? "changed" : entryIn(answer.Attributes ?? {});
    },
    async page(organization, filter, { limit, cursor }) {
      const items: Item[] = [];
      let from: Item | undefined;
      do {
        const query = buildPage(name, organization, filter, { limit, cursor });
        const input = { ...query, ...(from ? { ExclusiveStartKey: from } : {}) };
        const page = await asked(() => client.send(new QueryCommand(input)));
        items.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from && items.length < limit);
      const shown = items.slice(0, limit);
      const last = from || items.length > limit ? shown.at(-1) : undefined;
      return {
        entries: shown.map(entryIn),
        ...(last ? { cursor: textIn(last, "place") } : {}),
      };
    },
  };
}

/** Nothing, or nothing as late, was written of this task yet. */
const isNews = "attribute_not_exists(revision) OR revision < :revision";

/** Hands and the number of their changes stay; a need that came back is open again. */
export function buildList(table: string, task: ListedTask): UpdateItemCommandInput {
  const { organization, patient, revision } = task;
  const { id, queue } = task.task;
  return {
    TableName: table,
    Key: keyOf({ organization, patient, id }),
    UpdateExpression:
      "SET body = :body, revision = :revision, place = :place, openIn = :openIn, inQueue = :inQueue " +
      "REMOVE closing, expires",
    ConditionExpression: isNews,
    ExpressionAttributeValues: {
      ":body": text(JSON.stringify(task)),
      ":revision": number(revision),
      ":place": text(taskPlace(task)),
      ":openIn": text(organization),
      ":inQueue": text(queueKey(organization, queue)),
    },
  };
}

/** Leaves every index, and with them the worklist. */
export function buildClose(
  table: string,
  task: TaskName,
  { revision, at, closing }: ClosedTask,
): UpdateItemCommandInput {
  return {
    TableName: table,
    Key: keyOf(task),
    UpdateExpression: `SET revision = :revision, expires = :expires${closing ? ", closing = :closing" : ""} REMOVE openIn, inQueue, heldBy, claim`,
    ConditionExpression: isNews,
    ExpressionAttributeValues: {
      ":revision": number(revision),
      ":expires": number(Math.ceil((at + closedForMs) / 1_000)),
      ...(closing ? { ":closing": text(JSON.stringify(closing)) } : {}),
    },
  };
}

/** It is open, and nobody changed its hands since they were seen. */
const isAsSeen = "attribute_exists(openIn) AND hands = :seen";
const wasNeverHeld = "attribute_exists(openIn) AND attribute_not_exists(hands)";

export function buildAssign(
  table: string,
  task: TaskName,
  version: number,
  claim: Claim | undefined,
): UpdateItemCommandInput {
  const hands = { ":hands": number(version + 1) };
  const seen = version === 0 ? {} : { ":seen": number(version) };
  return {
    TableName: table,
    Key: keyOf(task),
    ConditionExpression: version === 0 ? wasNeverHeld : isAsSeen,
    ReturnValues: "ALL_NEW",
    ...(claim
      ? {
          UpdateExpression: "SET hands = :hands, claim = :claim, heldBy = :heldBy",
          ExpressionAttributeValues: {
            ...{ ...hands, ...seen, ":claim": text(JSON.stringify(claim)) },
            ":heldBy": text(holderKey(task.organization, claim.user)),
          },
        }
      : {
          UpdateExpression: "SET hands = :hands REMOVE claim, heldBy",
          ExpressionAttributeValues: { ...hands, ...seen },
        }),
  };
}

/**
 * The index that leaves the fewest out. A page goes on behind a place, not behind a key of the table:
 * the place holds nothing of a patient, and it is in the address of the request.
 */
export function buildPage(
  table: string,
  organization: string,
  { queue, heldBy }: WorklistFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): QueryCommandInput {
  const after = cursor === undefined ? "" : " AND place > :after";
  const values: Item = cursor === undefined ? {} : { ":after": text(cursor) };
  if (heldBy !== undefined && heldBy !== "nobody") {
    const sift = queue === undefined ? {} : { FilterExpression: "inQueue = :inQueue" };
    return {
      TableName: table,
      IndexName: "held",
      KeyConditionExpression: `heldBy = :heldBy${after}`,
      ...sift,
      ExpressionAttributeValues: {
        ":heldBy": text(holderKey(organization, heldBy.user)),
        ...(queue === undefined ? {} : { ":inQueue": text(queueKey(organization, queue)) }),
        ...values,
      },
      Limit: queue === undefined ? limit : siftedAtOnce,
    };
  }
  const [index, key, of] =
    queue === undefined
      ? (["open", "openIn", organization] as const)
      : (["queue", "inQueue", queueKey(organization, queue)] as const);
  return {
    TableName: table,
    IndexName: index,
    KeyConditionExpression: `${key} = :of${after}`,
    ...(heldBy === "nobody" ? { FilterExpression: "attribute_not_exists(heldBy)" } : {}),
    ExpressionAttributeValues: { ":of": text(of), ...values },
    Limit: heldBy === "nobody" ? siftedAtOnce : limit,
  };
}

function keyOf(task: TaskName): Item {
  const { pk, sk } = taskKey(task);
  return { pk: text(pk), sk: text(sk) };
}
