import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ConceptMistake, readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { readOrganizationFile } from "#adapters/files/organization-file";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { organizationOf } from "#contracts/organization-file";
import { isSound } from "#domain/campaign/check";
import type { Day } from "#domain/time";
import type { Publication } from "#usecases/plan-publication";
import { campaignsFolder, loadCampaign } from "./campaign-files.ts";
import { findProblems } from "./find-problems.ts";
import { writtenIn } from "./written.ts";

/** The files that a publication is made of. */
export interface PublicationFiles {
  /** The organization's settings. The file is there. */
  readonly organization: string;
  /** Names or paths of campaigns; none stands for all of the campaigns folder. */
  readonly campaigns: readonly string[];
  /** A folder of concept lists of one's own. */
  readonly concepts?: string;
  /** On which reviews are past or not. */
  readonly today: Day;
}

export interface ReadPublication {
  /** Absent when anything is wrong. */
  readonly publication?: Publication;
  readonly problems: readonly LocatedProblem[];
  /** Lists that cannot be read: without one an audience would be another. */
  readonly mistakes: readonly ConceptMistake[];
  /** What was named and is no campaign. */
  readonly missing: readonly string[];
  /** How many campaigns were checked. */
  readonly checked: number;
}

/**
 * Reads and checks all that is to be published. The notices of the campaigns folder belong to it
 * whichever campaigns are named, for they are part of the organization's settings.
 */
export function readPublication(files: PublicationFiles): ReadPublication {
  const folder = campaignsFolder();
  const settings = readOrganizationFile(files.organization);
  const notices = join(folder, "notices");
  const named = files.campaigns.map((ref) => (existsSync(ref) ? ref : join(folder, ref)));
  const { domains = [], pages } = settings.file ?? {};
  const links = {
    domains: domains.map((domain) => domain.toLowerCase()),
    ...(pages === undefined ? {} : { pages }),
  };
  const found = findProblems(named.length > 0 ? [...named, notices] : [folder], {
    today: files.today,
    ...links,
    ...(files.concepts === undefined ? {} : { concepts: files.concepts }),
  });
  const own = files.concepts === undefined ? [] : [files.concepts];
  const { concepts, mistakes } = readConcepts([join(folder, "concepts"), ...own]);
  const problems = [...settings.problems, ...found.problems];
  const checked = { problems, mistakes, missing: found.missing, checked: found.files.length };
  const isWrong = !isSound(problems) || mistakes.length > 0 || found.missing.length > 0;
  if (settings.file === undefined || isWrong) return checked;
  const campaigns = found.files.map((file) => loadCampaign(file));
  const organization = organizationOf(settings.file, loadNotices(notices));
  const written = writtenIn(found.files, links);
  return { ...checked, publication: { organization, concepts, campaigns, written } };
}
