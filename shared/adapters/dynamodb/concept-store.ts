import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { StoredConcepts } from "../../contracts/stored/concepts.ts";
import type { ConceptStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text } from "./item.ts";
import { conceptsKey } from "./keys.ts";
import type { Table } from "./table.ts";

export function createConceptStore(table: Table): ConceptStore {
  return {
    async load(organization) {
      const item = await getItem(table, conceptsKey(organization));
      return item ? bodyIn(item, StoredConcepts, "concepts/unreadable") : [];
    },
    async save(organization, concepts) {
      const { pk, sk } = conceptsKey(organization);
      const Item = { pk: text(pk), sk: text(sk), body: text(JSON.stringify(concepts)) };
      await asked(() => table.client.send(new PutItemCommand({ TableName: table.name, Item })));
    },
  };
}
