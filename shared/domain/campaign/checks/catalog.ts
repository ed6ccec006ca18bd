import type { Problem } from "../problem.ts";
import { asRecord, type CampaignSource } from "../sketch.ts";

/** Ids that two folders claim: the second one to come is told. */
export function checkCatalog(
  sources: readonly CampaignSource[],
): readonly { readonly folder: string; readonly problem: Problem }[] {
  const first = new Map<string, string>();
  const found: { folder: string; problem: Problem }[] = [];
  for (const { folder, definition } of sources) {
    const id = asRecord(definition)["id"];
    if (typeof id !== "string") continue;
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, folder);
      continue;
    }
    found.push({
      folder,
      problem: {
        file: "campaign.yaml",
        path: ["id"],
        code: "duplicate-id",
        severity: "error",
        message: `The id \`${id}\` is taken by ${other}. Give this campaign its own.`,
      },
    });
  }
  return found;
}
