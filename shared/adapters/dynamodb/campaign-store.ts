import { createHash } from "node:crypto";
import {
  PutItemCommand,
  type PutItemCommandInput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { StoredCampaign } from "../../contracts/stored/campaign.ts";
import type { Campaign, CampaignId } from "../../domain/campaign/campaign.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { CampaignControl, CampaignStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { flag, flagIn, type Item, number, numberIn, text, textIn } from "./item.ts";
import { campaignControlKey, campaignVersionKey, settingsKey } from "./keys.ts";
import { buildPutOrigin } from "./origin-store.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

export function createCampaignStore(table: Table): CampaignStore {
  const { client, name } = table;
  return {
    async version(organization, id, version) {
      const item = await getItem(table, campaignVersionKey(organization, id, version));
      return item && bodyIn(item, StoredCampaign, "campaign/unreadable");
    },
    async live(organization) {
      const items = await collected(
        queryAll(table, {
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :control)",
          ExpressionAttributeValues: {
            ":pk": text(settingsKey(organization).pk),
            ":control": text("control#"),
          },
          ConsistentRead: true,
        }),
      );
      return items.map(controlIn);
    },
    async publish(organization, campaign, origin) {
      const digest = digestOf(campaign);
      const item = await getItem(table, campaignControlKey(organization, campaign.id));
      const live = item ? numberIn(item, "version") : 0;
      const made = origin && { organization, campaign: campaign.id, origin };
      if (item && textIn(item, "digest") === digest) {
        const late = made && buildPutOrigin(name, { ...made, version: live });
        if (late) await askedIf(() => client.send(new PutItemCommand(late)));
        return live;
      }
      const source = made && buildPutOrigin(name, { ...made, version: live + 1 });
      const input = buildPublish(name, { organization, campaign, live, digest }, source);
      const answer = await askedIf(() => client.send(new TransactWriteItemsCommand(input)));
      if (answer === "condition-failed") throw new TryAgain("campaign/published-meanwhile");
      return live + 1;
    },
    async setPaused(organization, id, paused) {
      const input = buildSetPaused(name, organization, id, paused);
      const answer = await askedIf(() => client.send(new UpdateItemCommand(input)));
      if (answer === "condition-failed") {
        throw new Unrecoverable("campaign/missing", { details: { campaign: id } });
      }
    },
  };
}

interface Publication {
  readonly organization: string;
  readonly campaign: Campaign;
  /** The version that is live now; 0 for a new campaign. */
  readonly live: number;
  readonly digest: string;
}

/** A version is immutable: it is written once. */
const isUnpublished = "attribute_not_exists(pk)";
/** Nobody has published since the live version was read. */
const isStillLive = "version = :live";

/** The new version, what it was made of, and the control item that makes it live: all or none. */
export function buildPublish(
  table: string,
  { organization, campaign, live, digest }: Publication,
  origin?: PutItemCommandInput,
): TransactWriteItemsCommandInput {
  const version = live + 1;
  const body = JSON.stringify({ ...campaign, version });
  const stored = campaignVersionKey(organization, campaign.id, version);
  const control = campaignControlKey(organization, campaign.id);
  return {
    TransactItems: [
      {
        Put: {
          TableName: table,
          Item: { pk: text(stored.pk), sk: text(stored.sk), body: text(body) },
          ConditionExpression: isUnpublished,
        },
      },
      ...(origin ? [{ Put: origin }] : []),
      {
        Update: {
          TableName: table,
          Key: { pk: text(control.pk), sk: text(control.sk) },
          // A pause outlives a publication: only a person takes it back.
          UpdateExpression:
            "SET version = :version, digest = :digest, campaign = :campaign, isPaused = if_not_exists(isPaused, :no)",
          ConditionExpression: live === 0 ? isUnpublished : isStillLive,
          ExpressionAttributeValues: {
            ":version": number(version),
            ":digest": text(digest),
            ":campaign": text(campaign.id),
            ":no": flag(false),
            ...(live === 0 ? {} : { ":live": number(live) }),
          },
        },
      },
    ],
  };
}

export function buildSetPaused(
  table: string,
  organization: string,
  id: CampaignId,
  paused: boolean,
): UpdateItemCommandInput {
  const key = campaignControlKey(organization, id);
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: "SET isPaused = :paused",
    // A pause of a campaign that was never published would otherwise make a control item of it.
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":paused": flag(paused) },
  };
}

/** What makes two definitions the same: all of it but the version number. */
function digestOf(campaign: Campaign): string {
  return createHash("sha256")
    .update(canonicalJson({ ...campaign, version: 0 }))
    .digest("hex");
}

function controlIn(item: Item): CampaignControl {
  return {
    id: textIn(item, "campaign"),
    version: numberIn(item, "version"),
    isPaused: flagIn(item, "isPaused"),
  };
}
