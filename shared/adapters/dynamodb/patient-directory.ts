import { ScanCommand, type ScanCommandInput } from "@aws-sdk/client-dynamodb";
import type { PatientDirectory } from "../../ports.ts";
import { cursorIn, cursorOf } from "./cursor.ts";
import { asked } from "./fault.ts";
import { text, textIn } from "./item.ts";
import { ownerOf, patientKey, profileKey } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * The only scan of the table: after a change of audience, and for a forecast, everybody must be looked at, and a
 * parallel scan reads them once without an index that every import would have to pay for.
 * Source: Amazon DynamoDB Developer Guide, "Parallel scan".
 */
export function createPatientDirectory({ client, name }: Table): PatientDirectory {
  return {
    async page(organization, slice, { limit, cursor }) {
      const input = buildScan(name, organization, slice, limit, cursor);
      const page = await asked(() => client.send(new ScanCommand(input)));
      const patients = (page.Items ?? []).map((item) => ownerOf(textIn(item, "pk")).patient);
      const last = page.LastEvaluatedKey;
      return { patients, ...(last ? { cursor: cursorOf(last) } : {}) };
    },
  };
}

function buildScan(
  table: string,
  organization: string,
  { index, of }: { readonly index: number; readonly of: number },
  limit: number,
  cursor: string | undefined,
): ScanCommandInput {
  return {
    TableName: table,
    Segment: index,
    TotalSegments: of,
    Limit: limit,
    FilterExpression: "sk = :profile AND begins_with(pk, :organization)",
    ProjectionExpression: "pk",
    ExpressionAttributeValues: {
      ":profile": text(profileKey(organization, "any").sk),
      ":organization": text(patientKey(organization, "any").slice(0, -"any".length)),
    },
    ...(cursor === undefined ? {} : { ExclusiveStartKey: cursorIn(cursor) }),
  };
}
