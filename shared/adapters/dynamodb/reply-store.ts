import { PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { KeptReply, ReplyStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { askedIf } from "./fault.ts";
import { text } from "./item.ts";
import { patientKey, replyKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

const StoredReply: z.ZodMiniType<KeptReply> = z.object({
  organization: z.string(),
  patient: z.string(),
  reply: z.string(),
  at: z.number(),
  channel: z.enum(["sms", "voice", "email"]),
  text: z.string(),
});

export function createReplyStore(table: Table): ReplyStore {
  return {
    async keep(reply) {
      const input = buildKeep(table.name, reply);
      await askedIf(() => table.client.send(new PutItemCommand(input)));
    },
    async of(organization, patient) {
      const items = await collected(
        queryAll(table, {
          TableName: table.name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :reply)",
          ExpressionAttributeValues: {
            ":pk": text(patientKey(organization, patient)),
            ":reply": text("reply#"),
          },
          ConsistentRead: true,
        }),
      );
      return items
        .map((item) => bodyIn(item, StoredReply, "reply/unreadable"))
        .toSorted((a, b) => a.at - b.at);
    },
  };
}

/** The words as they first came: a redelivery, perhaps cut short, must not replace them. */
const isNew = "attribute_not_exists(pk)";

export function buildKeep(table: string, reply: KeptReply): PutItemCommandInput {
  const key = replyKey(reply.organization, reply.patient, reply.reply);
  return {
    TableName: table,
    Item: { pk: text(key.pk), sk: text(key.sk), body: text(JSON.stringify(reply)) },
    ConditionExpression: isNew,
  };
}
