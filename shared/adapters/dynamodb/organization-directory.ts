import {
  PutItemCommand,
  type PutItemCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";
import { StoredOrganization } from "../../contracts/stored/organization.ts";
import type { Organization } from "../../domain/patient/organization.ts";
import { Unrecoverable } from "../../errors.ts";
import type { OrganizationDirectory } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { createHalts } from "./halts.ts";
import { number, numberIn, text, textIn } from "./item.ts";
import { epochKey, lineKey, settingsKey } from "./keys.ts";
import type { Table } from "./table.ts";

export function createOrganizationDirectory(table: Table): OrganizationDirectory {
  const load = async (id: string): Promise<Organization | undefined> => {
    const item = await getItem(table, settingsKey(id));
    return item && bodyIn(item, StoredOrganization, "organization/unreadable");
  };
  return {
    load,
    async ofLine(line) {
      const item = await getItem(table, lineKey(line));
      return item && textIn(item, "organization");
    },
    async save(organization) {
      const before = await load(organization.id);
      const input = buildSave(table.name, organization, before?.lines ?? []);
      const answer = await askedIf(() => table.client.send(new TransactWriteItemsCommand(input)));
      if (answer === "condition-failed") {
        throw new Unrecoverable("organization/line-taken", {
          details: { organization: organization.id },
        });
      }
    },
    async epoch(id) {
      const item = await getItem(table, epochKey(id));
      return item ? numberIn(item, "epoch") : 0;
    },
    async raiseEpoch(id, epoch) {
      const input = buildEpoch(table.name, id, epoch);
      const answer = await askedIf(() => table.client.send(new PutItemCommand(input)));
      return answer !== "condition-failed";
    },
    ...createHalts(table),
  };
}

/** An epoch that fell would let two deployments send. */
export function buildEpoch(
  table: string,
  organization: string,
  epoch: number,
): PutItemCommandInput {
  const { pk, sk } = epochKey(organization);
  return {
    TableName: table,
    Item: { pk: text(pk), sk: text(sk), epoch: number(epoch) },
    ConditionExpression: "attribute_not_exists(pk) OR epoch <= :epoch",
    ExpressionAttributeValues: { ":epoch": number(epoch) },
  };
}

/** The line is free, or ours already: a reply must never reach another organization's staff. */
const isFreeOrOurs = "attribute_not_exists(pk) OR organization = :ours";

/** The settings, the lines they name, and the removal of lines they no longer name. */
export function buildSave(
  table: string,
  organization: Organization,
  linesBefore: readonly string[],
): TransactWriteItemsCommandInput {
  const settings = settingsKey(organization.id);
  const lines = new Set(organization.lines.map((line) => line.toLowerCase()));
  const gone = new Set(
    linesBefore.map((line) => line.toLowerCase()).filter((line) => !lines.has(line)),
  );
  const ours = { ":ours": text(organization.id) };
  const items: TransactWriteItem[] = [
    {
      Put: {
        TableName: table,
        Item: {
          pk: text(settings.pk),
          sk: text(settings.sk),
          body: text(JSON.stringify(organization)),
        },
      },
    },
    ...[...lines].map((line) => ({
      Put: {
        TableName: table,
        Item: {
          pk: text(lineKey(line).pk),
          sk: text(lineKey(line).sk),
          organization: text(organization.id),
        },
        ConditionExpression: isFreeOrOurs,
        ExpressionAttributeValues: ours,
      },
    })),
    ...[...gone].map((line) => ({
      Delete: {
        TableName: table,
        Key: { pk: text(lineKey(line).pk), sk: text(lineKey(line).sk) },
        ConditionExpression: isFreeOrOurs,
        ExpressionAttributeValues: ours,
      },
    })),
  ];
  return { TransactItems: items };
}
