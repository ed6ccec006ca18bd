import {
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { PatientView, ViewLog } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked, askedIf } from "./fault.ts";
import { text, textIn } from "./item.ts";
import { patientKey, viewKey } from "./keys.ts";
import type { Table } from "./table.ts";

const StoredView: z.ZodMiniType<PatientView> = z.object({
  organization: z.string(),
  patient: z.string(),
  at: z.number(),
  user: z.string(),
  name: z.string(),
  route: z.string(),
  request: z.string(),
});

export function createViewLog(table: Table): ViewLog {
  return {
    async note(view) {
      const input = buildNote(table.name, view);
      await askedIf(() => table.client.send(new PutItemCommand(input)));
    },
    async page(organization, patient, { limit, cursor }) {
      const input = buildViews(table.name, patientKey(organization, patient), limit, cursor);
      const page = await asked(() => table.client.send(new QueryCommand(input)));
      const items = page.Items ?? [];
      const last = page.LastEvaluatedKey && items.at(-1);
      return {
        views: items.map((item) => bodyIn(item, StoredView, "view/unreadable")),
        ...(last ? { cursor: textIn(last, "sk") } : {}),
      };
    },
  };
}

/** What is noted stays as it is: nobody who asks can change what is said of them. */
const isNew = "attribute_not_exists(pk)";

export function buildNote(table: string, view: PatientView): PutItemCommandInput {
  const { pk, sk } = viewKey(view.organization, view.patient, view);
  return {
    TableName: table,
    Item: { pk: text(pk), sk: text(sk), body: text(JSON.stringify(view)) },
    ConditionExpression: isNew,
  };
}

export function buildViews(
  table: string,
  pk: string,
  limit: number,
  cursor: string | undefined,
): QueryCommandInput {
  const before = cursor === undefined ? {} : { ":before": text(cursor) };
  return {
    TableName: table,
    KeyConditionExpression: `pk = :pk${cursor === undefined ? "" : " AND sk < :before"}`,
    ExpressionAttributeValues: { ":pk": text(pk), ...before },
    ScanIndexForward: false,
    Limit: limit,
  };
}
