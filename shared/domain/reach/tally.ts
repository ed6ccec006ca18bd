import type { CampaignId } from "../campaign/campaign.ts";
import type { RecordEvent } from "../record/event.ts";

/** How often a measure of the reach funnel was met, for one version of one campaign. */
export interface ReachCount {
  readonly campaign: CampaignId;
  /** 0 where the event knows no version: measures that are summed over versions. */
  readonly version: number;
  /**
   * `eligible`, `enrolled`, `touched`, `delivered`, `answered`, `goal-met`, `escalated`,
   * `resolved`, `resolved-in-time`; `refused:<reason>`, `withheld:<reason>`, `ended:<outcome>`,
   * `sent:<channel>`, `answer:<name>`, `failed:<reason>`, `unconfirmed`.
   */
  readonly measure: string;
  readonly count: number;
}

/** Tasks of no campaign (a red flag, a question) are counted under this name. */
export const noCampaign = "any/reply";

/**
 * What one event adds. Summed over any set of distinct ledger rows, in any order, this is the
 * reach of those rows: tallies kept as rows arrive equal a recount.
 */
export function reachCounts(event: RecordEvent): readonly ReachCount[] {
  const one = (campaign: CampaignId, version: number, ...measures: readonly string[]) =>
    measures.map((measure) => ({ campaign, version, measure, count: 1 }));
  switch (event.type) {
    case "enrolled":
      return one(event.campaign, event.version, "eligible", "enrolled");
    case "enrollment-refused":
      return one(event.campaign, event.version, "eligible", `refused:${event.reason}`);
    case "stage-reached":
      return one(event.campaign, event.version, event.stage);
    case "answered":
      return one(event.campaign, 0, `answer:${event.answer}`);
    case "touch-accepted":
      return isCampaignTouch(event.touch.campaign)
        ? one(event.touch.campaign, 0, `sent:${event.channel}`)
        : [];
    case "touch-failed":
      return one(event.touch.campaign, 0, `failed:${event.reason}`);
    case "touch-unconfirmed":
      return one(event.touch.campaign, 0, "unconfirmed");
    case "touch-withheld":
      return one(event.touch.campaign, event.version, `withheld:${event.reason}`);
    case "escalated":
      return one(event.task.enrollment?.campaign ?? noCampaign, 0, "escalated");
    case "task-resolved":
      return one(
        event.campaign ?? noCampaign,
        0,
        event.outcome,
        ...(event.outcome === "resolved" && event.inTime ? ["resolved-in-time"] : []),
      );
    case "enrollment-ended":
      return one(
        event.campaign,
        event.version,
        `ended:${event.outcome}`,
        ...(event.outcome === "goal-met" ? ["goal-met"] : []),
      );
    default:
      return [];
  }
}

function isCampaignTouch(campaign: CampaignId): boolean {
  return !campaign.startsWith("reply/");
}

/** Adds counts of the same measure together, in order of campaign, version and measure. */
export function sumCounts(counts: readonly ReachCount[]): readonly ReachCount[] {
  if (counts.length < 2) return counts;
  const sums = new Map<string, ReachCount>();
  for (const entry of counts) {
    const key = `${entry.campaign}#${entry.version}#${entry.measure}`;
    const known = sums.get(key);
    sums.set(key, known ? { ...known, count: known.count + entry.count } : entry);
  }
  return [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
