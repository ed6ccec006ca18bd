import { join } from "node:path";
import { findCampaigns } from "#adapters/files/campaign-files";
import { type ConceptMistake, readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import type { Published } from "#local/publish";
import { campaignsFolder, loadCampaigns } from "./campaign-files.ts";
import { writtenIn } from "./written.ts";

/**
 * The campaigns, concepts and notices of the campaigns folder, with concept lists of one's own;
 * lists that cannot be used are named and left out.
 * @throws CampaignProblem or Error naming the first thing that is wrong with a campaign or notice.
 */
export function loadPublished(conceptsFolder?: string): {
  readonly published: Published;
  readonly mistakes: readonly ConceptMistake[];
} {
  const folder = campaignsFolder();
  const own = conceptsFolder === undefined ? [] : [conceptsFolder];
  const { concepts, mistakes } = readConcepts([join(folder, "concepts"), ...own]);
  const campaigns = loadCampaigns(folder);
  const notices = loadNotices(join(folder, "notices"));
  const written = writtenIn(findCampaigns([folder]).files);
  return { published: { campaigns, concepts, notices, written }, mistakes };
}
