import { dirname, resolve } from "node:path";
import {
  type CampaignFiles,
  findCampaigns,
  readCampaignFiles,
} from "#adapters/files/campaign-files";
import {
  problemsOfConversation,
  problemsOfSharedConversations,
} from "#adapters/files/conversation-files";
import { problemsOfNotices } from "#adapters/files/notice-files";
import { problemsOfRules, readRules } from "#adapters/files/rule-files";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { type CheckContext, check } from "#domain/campaign/check";
import { checkCatalog } from "#domain/campaign/checks/catalog";
import type { Day } from "#domain/time";
import { findBeside } from "./beside-campaigns.ts";
import { loadConcepts } from "./concepts.ts";
import { loadRules, ruleFolders } from "./rules.ts";

export interface CheckOptions {
  /** On which reviews are past or not. */
  readonly today: Day;
  /** The organization's own, to which messages may link; in lower case. */
  readonly domains: readonly string[];
  /** The organization's name for the pages that patients open. */
  readonly pages?: string;
  /** A folder of concept lists of one's own. */
  readonly concepts?: string;
}

export interface Checked {
  /** Sorted by their places. */
  readonly problems: readonly LocatedProblem[];
  /** The `campaign.yaml` of each campaign that was looked at. */
  readonly files: readonly string[];
  /** Paths at which there is no campaign, nor anything that lies beside campaigns. */
  readonly missing: readonly string[];
}

/** Checks the campaigns at these paths, and the notices, rules and conversations beside them. */
export function findProblems(paths: readonly string[], options: CheckOptions): Checked {
  const { campaigns, ...beside } = findBeside(paths);
  const { files, missing } = findCampaigns(campaigns);
  const { concepts } = loadConcepts(options.concepts);
  return { problems: problemsIn(files, beside, { ...options, concepts }), files, missing };
}

function problemsInRules(folder: string): readonly LocatedProblem[] {
  const { rules, problems } = readRules([...ruleFolders(), folder]);
  const own = problems.filter(({ file }) => dirname(resolve(file)) === resolve(folder));
  return [...own, ...problemsOfRules(folder, rules)];
}

function problemsIn(
  paths: readonly string[],
  beside: Omit<ReturnType<typeof findBeside>, "campaigns">,
  context: CheckContext,
): readonly LocatedProblem[] {
  const campaigns = paths.map(readCampaignFiles);
  const found = campaigns.flatMap((files) => [
    ...files.mistakes,
    ...check(files.source, { ...context, rules: loadRules(files.file).rules }).map(files.locate),
    ...files.conversations.flatMap(problemsOfConversation),
  ]);
  const twice = checkCatalog(campaigns.map(({ source }) => source));
  for (const { index, problem: each } of twice)
    found.push((campaigns[index] as CampaignFiles).locate(each));
  found.push(
    ...beside.notices.flatMap((folder) => problemsOfNotices(folder, context.domains)),
    ...beside.rules.flatMap(problemsInRules),
    ...beside.conversations.flatMap(problemsOfSharedConversations),
  );
  return found.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
