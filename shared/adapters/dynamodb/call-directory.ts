import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { CallDirectory } from "../../ports.ts";
import { askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text, textIn } from "./item.ts";
import { contactKey } from "./keys.ts";
import type { Table } from "./table.ts";

export function createCallDirectory(table: Table): CallDirectory {
  return {
    async remember(contact, key) {
      const { pk, sk } = contactKey(contact);
      const input = {
        TableName: table.name,
        Item: { pk: text(pk), sk: text(sk), touch: text(key) },
        // A contact is made for one touch; what was said first stands.
        ConditionExpression: "attribute_not_exists(pk)",
      };
      await askedIf(() => table.client.send(new PutItemCommand(input)));
    },
    async touchOf(contact) {
      const item = await getItem(table, contactKey(contact));
      return item && textIn(item, "touch");
    },
  };
}
