import {
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { StoredOriginHead, StoredTexts } from "../../contracts/stored/draft.ts";
import { pack } from "../../contracts/stored/packed.ts";
import type { CampaignId } from "../../domain/campaign/campaign.ts";
import type { Origin } from "../../domain/campaign/origin.ts";
import type { OriginStore, PublishedVersion } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, text } from "./item.ts";
import { originKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Beside each version: who published it, in `head`, and the files it was made of, in `body`. */
export function createOriginStore(table: Table): OriginStore {
  return {
    async load(organization, id, version) {
      const item = await getItem(table, originKey(organization, id, version));
      if (!item) return undefined;
      const { version: _same, ...head } = headIn(item);
      return { ...head, ...bodyIn(item, StoredTexts, "origin/unreadable") };
    },
    async latest(organization, id, limit) {
      const input = buildLatest(table.name, organization, id, limit);
      const page = await asked(() => table.client.send(new QueryCommand(input)));
      return (page.Items ?? []).map(headIn);
    },
  };
}

function headIn(item: Item): PublishedVersion {
  return bodyIn({ body: item["head"] ?? text("") }, StoredOriginHead, "origin/unreadable");
}

/** What was published was made of these files, whatever anybody says later. */
const isNew = "attribute_not_exists(pk)";

export function buildPutOrigin(
  table: string,
  made: {
    readonly organization: string;
    readonly campaign: CampaignId;
    readonly version: number;
    readonly origin: Origin;
  },
): { readonly Item: Item; readonly TableName: string } & PutItemCommandInput {
  const { texts, links, ...head } = made.origin;
  const { pk, sk } = originKey(made.organization, made.campaign, made.version);
  return {
    TableName: table,
    Item: {
      ...{ pk: text(pk), sk: text(sk) },
      head: text(JSON.stringify({ ...head, version: made.version })),
      body: text(pack(JSON.stringify({ texts, links }))),
    },
    ConditionExpression: isNew,
  };
}

function buildLatest(
  table: string,
  organization: string,
  id: CampaignId,
  limit: number,
): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :origin)",
    ExpressionAttributeValues: {
      ":pk": text(originKey(organization, id, 0).pk),
      ":origin": text("origin#"),
    },
    ProjectionExpression: "head",
    ScanIndexForward: false,
    Limit: limit,
    ConsistentRead: true,
  };
}
