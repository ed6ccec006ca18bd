import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { StoredProfile } from "../../contracts/stored/profile.ts";
import type { ProfileStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text } from "./item.ts";
import { profileKey } from "./keys.ts";
import { personAttributes } from "./person-index.ts";
import type { Table } from "./table.ts";

export function createProfileStore(table: Table): ProfileStore {
  return {
    async load(organization, patient) {
      const item = await getItem(table, profileKey(organization, patient));
      return item && bodyIn(item, StoredProfile, "profile/unreadable");
    },
    async save(profile) {
      const { pk, sk } = profileKey(profile.organization, profile.patient);
      const body = text(JSON.stringify(profile));
      const Item = { pk: text(pk), sk: text(sk), body, ...personAttributes(profile) };
      await asked(() => table.client.send(new PutItemCommand({ TableName: table.name, Item })));
    },
  };
}
