import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { StoredProfile } from "#contracts/stored/profile";
import type { LocalStores } from "./stores.ts";

/** The language of every patient on the stack, for simulated people who write in their own. */
export async function readLanguages({ table }: LocalStores): Promise<ReadonlyMap<string, string>> {
  const languages = new Map<string, string>();
  let from: Record<string, never> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: "sk = :profile",
        ExpressionAttributeValues: { ":profile": { S: "profile" } },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) {
      const { patient, language } = StoredProfile.parse(JSON.parse(item["body"]?.S ?? "null"));
      languages.set(patient, language);
    }
    from = page.LastEvaluatedKey as typeof from;
  } while (from !== undefined);
  return languages;
}
