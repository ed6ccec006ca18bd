import { UpdateItemCommand, type UpdateItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { StaffMember } from "../../domain/staff/member.ts";
import type { Instant } from "../../domain/time.ts";
import type { StaffRoster } from "../../ports.ts";
import { askedIf } from "./fault.ts";
import { number, numberIn, text, textIn } from "./item.ts";
import { colleagueKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

export function createStaffRoster(table: Table): StaffRoster {
  return {
    async seen(member, at) {
      const input = buildSeen(table.name, member, at);
      await askedIf(() => table.client.send(new UpdateItemCommand(input)));
    },
    async since(organization, at) {
      const { pk } = colleagueKey(organization, "any");
      const items = await collected(
        queryAll(table, {
          TableName: table.name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :staff)",
          ExpressionAttributeValues: { ":pk": text(pk), ":staff": text(prefix) },
        }),
      );
      return items
        .map((item) => ({
          user: textIn(item, "sk").slice(prefix.length),
          name: textIn(item, "name"),
          at: numberIn(item, "seenAt"),
        }))
        .filter((colleague) => colleague.at >= at)
        .toSorted((a, b) => b.at - a.at || (a.user < b.user ? -1 : 1));
    },
  };
}

const prefix = "staff#";

/** An answer that was slow on its way does not make anybody seen longer ago. */
const isLater = "attribute_not_exists(seenAt) OR seenAt < :at";

export function buildSeen(
  table: string,
  { organization, user, name }: StaffMember,
  at: Instant,
): UpdateItemCommandInput {
  const { pk, sk } = colleagueKey(organization, user);
  return {
    TableName: table,
    Key: { pk: text(pk), sk: text(sk) },
    UpdateExpression: "SET #name = :name, seenAt = :at",
    ConditionExpression: isLater,
    // A reserved word of the expression language.
    ExpressionAttributeNames: { "#name": "name" },
    ExpressionAttributeValues: { ":name": text(name), ":at": number(at) },
  };
}
