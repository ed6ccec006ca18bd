import {
  ConditionalCheckFailedException,
  PutItemCommand,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { KeptNote, NoteStore } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked } from "./fault.ts";
import { text } from "./item.ts";
import { noteKey } from "./keys.ts";
import { collected, queryAll } from "./query.ts";
import type { Table } from "./table.ts";

const StoredNote: z.ZodMiniType<KeptNote> = z.object({
  task: z.object({ organization: z.string(), patient: z.string(), id: z.string() }),
  note: z.string(),
  at: z.number(),
  user: z.string(),
  name: z.string(),
  text: z.string(),
});

export function createNoteStore(table: Table): NoteStore {
  return {
    keep(note) {
      const command = new PutItemCommand(buildKeep(table.name, note));
      return asked(async () => {
        try {
          await table.client.send(command);
          return note;
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
          return bodyIn(error.Item ?? {}, StoredNote, "note/unreadable");
        }
      });
    },
    async of(task) {
      const { pk, sk } = noteKey(task, "");
      const items = await collected(
        queryAll(table, {
          TableName: table.name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :notes)",
          ExpressionAttributeValues: { ":pk": text(pk), ":notes": text(sk) },
          ConsistentRead: true,
        }),
      );
      return (
        items
          .map((item) => bodyIn(item, StoredNote, "note/unreadable"))
          // Another task's id may begin with this one's.
          .filter((note) => note.task.id === task.id)
          .toSorted((a, b) => a.at - b.at || (a.note < b.note ? -1 : 1))
      );
    },
  };
}

/** The words as they were first written: a note is never taken back or mended. */
const isNew = "attribute_not_exists(pk)";

export function buildKeep(table: string, note: KeptNote): PutItemCommandInput {
  const { pk, sk } = noteKey(note.task, note.note);
  return {
    TableName: table,
    Item: { pk: text(pk), sk: text(sk), body: text(JSON.stringify(note)) },
    ConditionExpression: isNew,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
