import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { StoredEligibility } from "../../contracts/stored/eligibility.ts";
import type { EligibilityEntry } from "../../domain/audience/eligibility.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import type { Day } from "../../domain/time.ts";
import { StaleRecord, TryAgain, Unrecoverable } from "../../errors.ts";
import type { EligibilityIndex } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, text, textIn } from "./item.ts";
import { eligibilityKey, eligibilityStartsKey, ownerOf } from "./keys.ts";
import type { Table } from "./table.ts";

/** Items of one batch (Amazon DynamoDB Developer Guide, `BatchWriteItem`). */
const batchMax = 25;

/** How often what a throttled table left undone is given again, before the caller hears of it. */
const batchTriesMax = 5;

export function createEligibilityIndex(table: Table): EligibilityIndex {
  const { client, name } = table;
  return {
    async replace(organization, patient, entries, solved = []) {
      const requests = buildReplace(organization, patient, entries, solved);
      for (let start = 0; start < requests.length; start += batchMax) {
        await writeBatch(table, requests.slice(start, start + batchMax));
      }
    },
    async move(organization, patient, before, after) {
      const input = buildMove(name, organization, patient, { before, after });
      const answer = await askedIf(() => client.send(new PutItemCommand(input)));
      if (answer === "condition-failed") throw new StaleRecord();
    },
    async entry(organization, patient, campaign) {
      const item = await getItem(table, eligibilityKey(organization, patient, campaign));
      return item && bodyIn(item, StoredEligibility, "eligibility/unreadable");
    },
    async starting(organization, campaign, by, { limit, cursor }) {
      const startsFor = eligibilityStartsKey(organization, campaign);
      const input = buildStarting(name, startsFor, by, limit, cursor);
      const page = await asked(() => client.send(new QueryCommand(input)));
      const patients = (page.Items ?? []).map((item) => ownerOf(textIn(item, "pk")).patient);
      const last = page.LastEvaluatedKey;
      return { patients, ...(last ? { cursor: cursorOf(last) } : {}) };
    },
  };
}

/** An entry that selection must look at carries the index's keys; the others leave it. */
export function buildReplace(
  organization: string,
  patient: string,
  entries: readonly EligibilityEntry[],
  solved: readonly string[],
): readonly WriteRequest[] {
  const kept = new Set(entries.map((entry) => entry.campaign));
  const puts = entries.map((entry) => ({
    PutRequest: { Item: itemOf(organization, patient, entry) },
  }));
  const deletes = [...new Set(solved)]
    .filter((campaign) => !kept.has(campaign))
    .map((campaign) => {
      const { pk, sk } = eligibilityKey(organization, patient, campaign);
      return { DeleteRequest: { Key: { pk: text(pk), sk: text(sk) } } };
    });
  return [...puts, ...deletes];
}

function itemOf(organization: string, patient: string, entry: EligibilityEntry): Item {
  const { pk, sk } = eligibilityKey(organization, patient, entry.campaign);
  const starts: Item =
    entry.startsOn === undefined
      ? {}
      : {
          startsFor: text(eligibilityStartsKey(organization, entry.campaign)),
          startsOn: number(entry.startsOn),
        };
  return { pk: text(pk), sk: text(sk), body: text(canonicalJson(entry)), ...starts };
}

/** Nobody has solved the patient again since the entry was loaded. Bodies are in canonical form. */
const isUnchanged = "body = :before";

export function buildMove(
  table: string,
  organization: string,
  patient: string,
  { before, after }: { readonly before: EligibilityEntry; readonly after: EligibilityEntry },
): PutItemCommandInput {
  return {
    TableName: table,
    Item: itemOf(organization, patient, after),
    ConditionExpression: isUnchanged,
    ExpressionAttributeValues: { ":before": text(canonicalJson(before)) },
  };
}

export function buildStarting(
  table: string,
  startsFor: string,
  by: Day,
  limit: number,
  cursor: string | undefined,
): QueryCommandInput {
  return {
    TableName: table,
    IndexName: "eligibility",
    KeyConditionExpression: "startsFor = :startsFor AND startsOn <= :by",
    ExpressionAttributeValues: { ":startsFor": text(startsFor), ":by": number(by) },
    Limit: limit,
    ...(cursor === undefined ? {} : { ExclusiveStartKey: keyOf(cursor, startsFor) }),
  };
}

async function writeBatch(
  { client, name }: Table,
  requests: readonly WriteRequest[],
): Promise<void> {
  let left: WriteRequest[] = [...requests];
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === batchTriesMax) throw new TryAgain("eligibility/throttled");
    const input: BatchWriteItemCommandInput = { RequestItems: { [name]: left } };
    const answer = await asked(() => client.send(new BatchWriteItemCommand(input)));
    left = answer.UnprocessedItems?.[name] ?? [];
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
  }
}

/** Opaque to callers: the place in the index, as text that fits into a message. */
function cursorOf(key: Item): string {
  const place = [textIn(key, "pk"), textIn(key, "sk"), key["startsOn"]?.N ?? ""];
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function keyOf(cursor: string, startsFor: string): Item {
  try {
    const [pk, sk, startsOn] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return {
      pk: text(String(pk)),
      sk: text(String(sk)),
      startsFor: text(startsFor),
      startsOn: number(Number(startsOn)),
    };
  } catch (cause) {
    throw new Unrecoverable("eligibility/bad-cursor", { cause });
  }
}
