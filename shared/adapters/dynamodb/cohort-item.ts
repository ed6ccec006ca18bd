import type { PutItemCommandInput, QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { digest } from "../../domain/record/digest.ts";
import type { CohortPage, CohortRef } from "../../ports.ts";
import { type Item, text, textIn } from "./item.ts";
import { cohortPartition } from "./keys.ts";

/**
 * One patient of a cohort: nothing but its key. The digest comes first, so that a place in the list
 * can be told without telling of a patient.
 */
export function buildMember(
  table: string,
  { organization, patient }: { readonly organization: string; readonly patient: string },
  { campaign, week }: CohortRef,
): PutItemCommandInput {
  const pk = cohortPartition(organization, campaign, week);
  return { TableName: table, Item: { pk: text(pk), sk: text(`${digest(patient)}#${patient}`) } };
}

export function buildCohortQuery(
  table: string,
  organization: string,
  { campaign, week }: CohortRef,
  { limit, after }: { readonly limit: number; readonly after?: string },
): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: "pk = :pk AND sk > :after",
    ExpressionAttributeValues: {
      ":pk": text(cohortPartition(organization, campaign, week)),
      // Behind all ids of that digest; a key cannot be compared with nothing.
      ":after": text(after === undefined ? " " : `${after}#~`),
    },
    Limit: limit,
    ConsistentRead: true,
  };
}

export function cohortPageOf(items: readonly Item[], isLast: boolean): CohortPage {
  const patients = items.map((item) => {
    const [place = "", patient = ""] = textIn(item, "sk").split("#");
    return { patient, place };
  });
  return { patients, isLast };
}
