import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RuleFiles, readRules } from "#adapters/files/rule-files";

/** Where named rules may stand, the later folders before the earlier ones. */
export function ruleFolders(campaignFile?: string): readonly string[] {
  const shipped = join(dirname(fileURLToPath(import.meta.url)), "..", "campaigns", "rules");
  const here = join("campaigns", "rules");
  if (campaignFile === undefined) return [shipped, here];
  const folder = dirname(campaignFile);
  return [shipped, here, join(folder, "..", "..", "rules"), join(folder, "rules")];
}

/**
 * The shipped rules, those beside the campaigns here, those of the folder that the campaign belongs
 * to, and those in a folder `rules` beside a file that stands alone.
 */
export function loadRules(campaignFile?: string): RuleFiles {
  return readRules(ruleFolders(campaignFile));
}
