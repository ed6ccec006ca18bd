import type { Cohort } from "#domain/reach/cohort";
import { noCampaign, type ReachCount, reachCounts, sumCounts } from "#domain/reach/tally";
import type { RecordEvent } from "#domain/record/event";
import { monday } from "./a-record.ts";

export const thisWeek = "2026-W49";

/** How far somebody came; each stage stands for those before it. */
export type Came = "held-out" | "no-channel" | "enrolled" | "touched" | "delivered" | "goal-met";

export interface Someone extends Partial<Cohort> {
  readonly came: Came;
  readonly campaign?: string;
  readonly version?: number;
  /** Of somebody held out: they came to the goal by themselves. */
  readonly isMet?: boolean;
}

/** The events of one patient in one campaign, as their ledger has them. */
export function lifeOf({
  came,
  campaign = "screening/check",
  version = 1,
  isMet = false,
  week = thisWeek,
  ...traits
}: Someone): readonly RecordEvent[] {
  const cohort = { week, ...traits };
  const about = { at: monday, campaign, episode: "2026-11-30", version, cohort };
  if (came === "held-out" || came === "no-channel") {
    const reason = came === "held-out" ? "holdout" : "no-channel";
    return [
      { type: "enrollment-refused", ...about, reason },
      ...(isMet ? [{ type: "goal-noted", ...about, arm: "held-out" } as const] : []),
    ];
  }
  const order: readonly Came[] = ["enrolled", "touched", "delivered", "goal-met"];
  const isAt = (stage: Came) => order.indexOf(came) >= order.indexOf(stage);
  const reached = (stage: "touched" | "delivered") =>
    isAt(stage) ? [{ type: "stage-reached", ...about, stage, channel: "sms" } as const] : [];
  return [
    { type: "enrolled", ...about, start: "invite" },
    ...reached("touched"),
    ...reached("delivered"),
    ...(isAt("goal-met")
      ? [{ type: "enrollment-ended", ...about, outcome: "goal-met", isFollowed: true } as const]
      : []),
  ];
}

/** So many alike. */
export function several(count: number, someone: Someone): readonly Someone[] {
  return Array.from({ length: count }, () => someone);
}

export function countsOf(...people: readonly (readonly Someone[])[]): readonly ReachCount[] {
  return sumCounts(people.flat().flatMap((someone) => lifeOf(someone).flatMap(reachCounts)));
}

/** A red flag that no campaign asked for. */
export const redFlag: RecordEvent = {
  type: "escalated",
  at: monday,
  task: {
    ...{ id: `${noCampaign}:1`, reason: "red-flag", queue: "nurse", priority: "stat", holds: true },
    ...{ openedAt: monday, deadline: monday, raiseAt: monday, raised: 0 },
    cohort: { week: thisWeek },
  },
};
