import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { PageStore } from "../../ports.ts";
import { linkDigest } from "../link-digest.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text } from "./item.ts";
import { linkKey } from "./keys.ts";
import { pageAttributes, pageFound } from "./page-item.ts";
import type { Table } from "./table.ts";

/** What senders keep and what the engine reads; patients open and fill them in by `lean-aws`. */
export function createPageStore(table: Table): Pick<PageStore, "save" | "at"> {
  return {
    async save(token, link) {
      const { pk, sk } = linkKey(linkDigest(token));
      const Item = { pk: text(pk), sk: text(sk), ...pageAttributes(link) };
      await asked(() => table.client.send(new PutItemCommand({ TableName: table.name, Item })));
    },
    async at(page) {
      return pageFound(page, await getItem(table, linkKey(page)));
    },
  };
}
