import {
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Halt, Halted } from "../../domain/contact/halt.ts";
import type { Instant } from "../../domain/time.ts";
import type { OrganizationDirectory } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { askedIf } from "./fault.ts";
import { number, text } from "./item.ts";
import { haltKey, settingsKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

const StoredHalt: z.ZodMiniType<Halted> = z.object({
  what: z.enum(["everything", "sms", "voice", "email"]),
  since: z.number(),
  by: z.enum(["person", "breaker"]),
  user: z.exactOptional(z.string()),
  reason: z.exactOptional(z.enum(["spend-limit", "account", "too-many"])),
});

/**
 * The switches of an organization, an item each. A resumed one stays with the moment of its resume,
 * which a breaker must not undo.
 */
export function createHalts(
  table: Table,
): Pick<OrganizationDirectory, "halts" | "halt" | "resume"> {
  const { client, name } = table;
  return {
    async halts(organization) {
      const items = await collected(
        queryAll(table, {
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :halt)",
          ExpressionAttributeValues: {
            ":pk": text(settingsKey(organization).pk),
            ":halt": text("halt#"),
          },
          ConsistentRead: true,
        }),
      );
      return items
        .filter((item) => item["resumedAt"] === undefined)
        .map((item) => bodyIn(item, StoredHalt, "organization/halts-unreadable"));
    },
    async halt(organization, halted) {
      const input = buildHalt(name, organization, halted);
      const answer = await askedIf(() => client.send(new PutItemCommand(input)));
      return answer === "condition-failed" ? "unchanged" : "halted";
    },
    async resume(organization, what, at) {
      const input = buildResume(name, organization, what, at);
      await askedIf(() => client.send(new UpdateItemCommand(input)));
    },
  };
}

/** The condition of `mayHaltAgain`: two workers that meet the same refusal halt once. */
function buildHalt(table: string, organization: string, halted: Halted): PutItemCommandInput {
  const { pk, sk } = haltKey(organization, halted.what);
  const isByPerson = halted.by === "person";
  return {
    TableName: table,
    Item: { pk: text(pk), sk: text(sk), body: text(JSON.stringify(halted)) },
    ConditionExpression: isByPerson
      ? "attribute_not_exists(pk) OR attribute_exists(resumedAt)"
      : "attribute_not_exists(pk) OR resumedAt < :since",
    ...(isByPerson ? {} : { ExpressionAttributeValues: { ":since": number(halted.since) } }),
  };
}

function buildResume(
  table: string,
  organization: string,
  what: Halt,
  at: Instant,
): UpdateItemCommandInput {
  const { pk, sk } = haltKey(organization, what);
  return {
    TableName: table,
    Key: { pk: text(pk), sk: text(sk) },
    UpdateExpression: "SET resumedAt = :at",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(resumedAt)",
    ExpressionAttributeValues: { ":at": number(at) },
  };
}
