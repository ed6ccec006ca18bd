import type { ReachCount } from "../domain/reach/tally.ts";
import type { ReachOf } from "../ports.ts";

/** Whether a count is of the campaign and weeks that are asked for. */
export function isAskedFor({ campaign, week }: ReachCount, of: ReachOf): boolean {
  const { from = week, through = week } = of;
  return campaign === (of.campaign ?? campaign) && from <= week && week <= through;
}
