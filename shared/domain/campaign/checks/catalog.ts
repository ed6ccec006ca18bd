import type { Problem } from "../problem.ts";
import { asRecord, type CampaignSource } from "../sketch.ts";

/** Ids that two folders claim: the second one to come is told, by its place in the list. */
export function checkCatalog(
  sources: readonly CampaignSource[],
): readonly { readonly index: number; readonly problem: Problem }[] {
  const first = new Map<string, string>();
  const found: { index: number; problem: Problem }[] = [];
  for (const [index, { folder, definition }] of sources.entries()) {
    const id = asRecord(definition)["id"];
    if (typeof id !== "string") continue;
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, folder);
      continue;
    }
    found.push({
      index,
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
