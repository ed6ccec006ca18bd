import { createHash } from "node:crypto";
import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { nameKey } from "../../domain/patient/name-key.ts";
import type { Profile } from "../../domain/patient/profile.ts";
import type { Day } from "../../domain/time.ts";
import type { PersonIndex } from "../../ports.ts";
import { asked } from "./fault.ts";
import { type Item, text, textIn } from "./item.ts";
import { ownerOf, personKey } from "./keys.ts";
import type { Table } from "./table.ts";

export function createPersonIndex({ client, name }: Table): PersonIndex {
  return {
    async born(organization, family, on, limit) {
      const person = personDigest(family, on);
      if (person === undefined) return [];
      const input = buildBorn(name, personKey(organization, person), limit);
      const { Items = [] } = await asked(() => client.send(new QueryCommand(input)));
      return Items.map((item) => ownerOf(textIn(item, "pk")).patient);
    },
  };
}

/** What puts a profile into the index; who has no birth date or no name is not found by them. */
export function personAttributes({ organization, family, birthDate }: Profile): Item {
  const person = birthDate === undefined ? undefined : personDigest(family, birthDate);
  return person === undefined ? {} : { person: text(personKey(organization, person)) };
}

/** Keys are seen in more places than what lies under them, so this one says no name and no date. */
function personDigest(family: string, birthDate: Day): string | undefined {
  const key = nameKey(family);
  if (key === "") return undefined;
  return createHash("sha256").update(`${key}#${birthDate}`).digest("base64url");
}

export function buildBorn(table: string, person: string, limit: number): QueryCommandInput {
  return {
    TableName: table,
    IndexName: "person",
    KeyConditionExpression: "person = :person",
    ExpressionAttributeValues: { ":person": text(person) },
    Limit: limit,
  };
}
