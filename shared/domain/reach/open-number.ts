import type { CampaignId } from "../campaign/campaign.ts";
import { isFunnelMeasure } from "./measure.ts";
import { isPartOf, type ReachNumber } from "./person.ts";
import { reachReport } from "./report.ts";
import type { Cell } from "./small-cells.ts";
import type { ReachCount } from "./tally.ts";
import type { Week } from "./week.ts";

/** The number as the report of these counts shows it; `undefined` for one that no report has. */
export function cellOf(
  counts: readonly ReachCount[],
  { measure, by, value }: ReachNumber,
): Cell | undefined {
  const { total, groups, withheld, refused } = reachReport(counts, by, false);
  if (isFunnelMeasure(measure)) {
    if (by === undefined) return total[measure];
    return groups.find((group) => group.value === value)?.funnel[measure];
  }
  if (by !== undefined) return undefined;
  const [kind, reason] = measure.split(":");
  const reasons = kind === "refused" ? refused : withheld;
  return reasons.find((known) => known.reason === reason)?.count;
}

/** Where to look for those whom the number counts, in a lasting order. */
export function cohortsBehind(
  counts: readonly ReachCount[],
  number: ReachNumber,
): readonly { readonly campaign: CampaignId; readonly week: Week }[] {
  const cohorts = counts
    .filter((count) => isPartOf(count, number))
    .map(({ campaign, week }) => [`${campaign}#${week}`, { campaign, week }] as const);
  return [...new Map(cohorts)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cohort]) => cohort);
}
