import { PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { Link, LinkToken } from "../../domain/message/link.ts";
import type { LinkStore } from "../../ports.ts";
import { linkDigest } from "../link-digest.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text } from "./item.ts";
import { linkKey } from "./keys.ts";
import { linkAttributes, linkFound } from "./link-item.ts";
import type { Table } from "./table.ts";

export function createLinkStore(table: Table): LinkStore {
  return {
    async save(token, link) {
      const input = buildLink(table.name, token, link);
      await asked(() => table.client.send(new PutItemCommand(input)));
    },
    async find(token) {
      const item = await getItem(table, linkKey(linkDigest(token)));
      return linkFound(item);
    },
  };
}

export function buildLink(table: string, token: LinkToken, link: Link): PutItemCommandInput {
  const { pk, sk } = linkKey(linkDigest(token));
  return { TableName: table, Item: { pk: text(pk), sk: text(sk), ...linkAttributes(link) } };
}
