import type { CampaignId } from "../campaign/campaign.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { RecordEvent } from "../record/event.ts";
import { dayOf } from "../time.ts";
import type { Cohort, Counted } from "./cohort.ts";
import { type Trait, traitDimensions, unknownValue } from "./dimension.ts";
import { isFunnelMeasure } from "./measure.ts";
import { type Week, weekOf } from "./week.ts";

/** How often a measure was met, less what was taken back, for one version of one campaign and one week's eligible. */
export interface ReachCount {
  readonly campaign: CampaignId;
  /** 0 where the event knows no version: measures that are summed over versions. */
  readonly version: number;
  /** In which those who are counted became eligible. */
  readonly week: Week;
  /**
   * `eligible`, `enrolled`, `touched`, `delivered`, `answered`, `goal-met`, `escalated`,
   * `resolved`, `resolved-in-time`; `refused:<reason>`, `withheld:<reason>`, `ended:<outcome>`,
   * `sent:<channel>`, `answer:<name>`, `failed:<reason>`, `unconfirmed`; `followed:contacted` and
   * `followed:held-out`, who met the goal within their follow-up.
   */
  readonly measure: string;
  /** Among whom; absent where it is everybody. Only measures of the funnel are counted so. */
  readonly among?: { readonly by: Trait; readonly value: string };
  readonly count: number;
}

/** Tasks of no campaign (a red flag, a question) are counted under this name. */
export const noCampaign = "any/reply";

/**
 * What one event adds. Summed over any set of distinct ledger rows, in any order, this is the
 * reach of those rows: tallies kept as rows arrive equal a recount.
 */
export function reachCounts(event: RecordEvent): readonly ReachCount[] {
  switch (event.type) {
    case "enrolled":
      return [...counts(event.campaign, event, ["eligible", "enrolled"]), ...takenBack(event)];
    case "enrollment-refused":
      return [
        ...counts(event.campaign, event, ["eligible", `refused:${event.reason}`]),
        ...takenBack(event),
      ];
    case "stage-reached":
      return counts(event.campaign, event, [event.stage]);
    case "answered":
      return counts(event.campaign, event, [`answer:${event.answer}`]);
    case "touch-accepted":
      return isCampaignTouch(event.touch.campaign)
        ? counts(event.touch.campaign, event, [`sent:${event.channel}`])
        : [];
    case "touch-failed":
      return counts(event.touch.campaign, event, [`failed:${event.reason}`]);
    case "touch-unconfirmed":
      return counts(event.touch.campaign, event, ["unconfirmed"]);
    case "touch-withheld":
      return counts(event.touch.campaign, event, [`withheld:${event.reason}`]);
    case "escalated": {
      const { enrollment, ...task } = event.task;
      return counts(enrollment?.campaign ?? noCampaign, { ...task, at: event.at }, ["escalated"]);
    }
    case "task-resolved": {
      const isInTime = event.outcome === "resolved" && event.inTime;
      const measures = [event.outcome, ...(isInTime ? ["resolved-in-time"] : [])];
      return counts(event.campaign ?? noCampaign, event, measures);
    }
    case "enrollment-ended": {
      const isMet = event.outcome === "goal-met";
      const met = ["goal-met", ...(event.isFollowed ? ["followed:contacted"] : [])];
      return counts(event.campaign, event, [`ended:${event.outcome}`, ...(isMet ? met : [])]);
    }
    case "goal-noted":
      return counts(event.campaign, event, [`followed:${event.arm}`]);
    default:
      return [];
  }
}

/** What the look before was counted as: somebody who is refused week after week is eligible once. */
function takenBack({
  instead,
  ...look
}: RecordEvent & { type: "enrolled" | "enrollment-refused" }): readonly ReachCount[] {
  if (instead === undefined) return [];
  const { version, reason } = instead;
  const before = counts(look.campaign, { ...look, version }, ["eligible", `refused:${reason}`]);
  return before.map((entry) => ({ ...entry, count: -entry.count }));
}

interface Occasion extends Counted {
  readonly at: number;
  readonly channel?: Channel;
}

function counts(
  campaign: CampaignId,
  { at, version = 0, cohort, channel }: Occasion,
  measures: readonly string[],
): readonly ReachCount[] {
  // Rows of before cohorts were kept: nothing better is known than when it happened.
  const week = cohort?.week ?? weekOf(dayOf(at, "UTC"));
  return measures.flatMap((measure) => {
    const all = { campaign, version, week, measure, count: 1 };
    if (!isFunnelMeasure(measure)) return [all];
    const isByChannel = channel !== undefined;
    const among = traitDimensions
      .filter((by) => by !== "channel" || isByChannel)
      .map((by) => ({ ...all, among: { by, value: traitIn(by, cohort, channel) } }));
    return [all, ...among];
  });
}

function traitIn(by: Trait, cohort: Cohort | undefined, channel: Channel | undefined): string {
  const values: Readonly<Record<Trait, string | undefined>> = {
    channel,
    language: cohort?.language,
    "age-band": cohort?.ageBand,
    sex: cohort?.sex,
    site: cohort?.site,
  };
  return values[by] ?? unknownValue;
}

function isCampaignTouch(campaign: CampaignId): boolean {
  return !campaign.startsWith("reply/");
}

/** Names what is counted: counts of the same name add up. */
export function countKey({ campaign, version, week, measure, among }: ReachCount): string {
  const whom = among === undefined ? "" : `#${among.by}#${among.value}`;
  return `${campaign}#${week}#${version}#${measure}${whom}`;
}

/** Adds counts of the same name together, in the order of their names; none where they come to nothing. */
export function sumCounts(counts: Iterable<ReachCount>): readonly ReachCount[] {
  const sums = new Map<string, ReachCount>();
  for (const entry of counts) {
    const key = countKey(entry);
    const known = sums.get(key);
    sums.set(key, known ? { ...known, count: known.count + entry.count } : entry);
  }
  return [...sums.entries()]
    .filter(([, { count }]) => count !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
