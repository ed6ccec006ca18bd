import {
  DeleteItemCommand,
  type DeleteItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { StoredDraftHead, StoredTexts } from "../../contracts/stored/draft.ts";
import { pack } from "../../contracts/stored/packed.ts";
import type { CampaignId } from "../../domain/campaign/campaign.ts";
import type { Draft } from "../../domain/campaign/draft.ts";
import type { DraftHead, DraftStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, text } from "./item.ts";
import { draftKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

/** An item for each draft: what a list shows in `head`, the files in `body`. */
export function createDraftStore(table: Table): DraftStore {
  const { client, name } = table;
  return {
    async load(organization, campaign) {
      const item = await getItem(table, draftKey(organization, campaign));
      return item && { ...headIn(item), ...bodyIn(item, StoredTexts, "draft/unreadable") };
    },
    async list(organization) {
      const items = await collected(
        queryAll(table, {
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": text(draftKey(organization, "any").pk) },
          ProjectionExpression: "head",
          ConsistentRead: true,
        }),
      );
      return items.map(headIn);
    },
    async save(organization, draft, seen) {
      const input = buildSave(name, organization, draft, seen);
      const answer = await askedIf(() => client.send(new PutItemCommand(input)));
      return answer === "condition-failed" ? "stale" : "saved";
    },
    async remove(organization, campaign, seen) {
      const input = buildRemove(name, { organization, campaign, seen });
      const answer = await askedIf(() => client.send(new DeleteItemCommand(input)));
      return answer === "condition-failed" ? "stale" : "removed";
    },
  };
}

function headIn(item: Item): DraftHead {
  return bodyIn({ body: item["head"] ?? text("") }, StoredDraftHead, "draft/unreadable");
}

const isFirst = "attribute_not_exists(pk)";
const isAsSeen = "version = :seen";
/** A removal whose answer was lost is asked again, and finds nothing. */
const isAsSeenOrGone = "attribute_not_exists(pk) OR version = :seen";

export function buildSave(
  table: string,
  organization: string,
  { texts, links, ...head }: Draft,
  seen: number,
): PutItemCommandInput {
  const { pk, sk } = draftKey(organization, head.campaign);
  return {
    TableName: table,
    Item: {
      ...{ pk: text(pk), sk: text(sk), version: number(head.version) },
      head: text(JSON.stringify(head)),
      body: text(pack(JSON.stringify({ texts, links }))),
    },
    ConditionExpression: seen === 0 ? isFirst : isAsSeen,
    ...(seen === 0 ? {} : { ExpressionAttributeValues: { ":seen": number(seen) } }),
  };
}

export function buildRemove(
  table: string,
  { organization, campaign, seen }: RemovedDraft,
): DeleteItemCommandInput {
  const { pk, sk } = draftKey(organization, campaign);
  return {
    TableName: table,
    Key: { pk: text(pk), sk: text(sk) },
    ConditionExpression: isAsSeenOrGone,
    ExpressionAttributeValues: { ":seen": number(seen) },
  };
}

interface RemovedDraft {
  readonly organization: string;
  readonly campaign: CampaignId;
  readonly seen: number;
}
