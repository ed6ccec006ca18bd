import type { RecordEvent } from "../record/event.ts";
import type { Instant } from "../time.ts";
import type { Cohort, Traits } from "./cohort.ts";
import type { Dimension } from "./dimension.ts";
import { valueIn } from "./report.ts";
import { type ReachCount, reachCounts } from "./tally.ts";

/** One number of a report: a measure, for everybody or in one group. */
export interface ReachNumber {
  readonly measure: string;
  readonly by?: Dimension;
  readonly value?: string;
}

/** Somebody whom a number counts, with what they are counted by. */
export interface CountedPerson extends Traits {
  readonly version: number;
  readonly at: Instant;
}

/** Whether a count is part of the number. */
export function isPartOf(count: ReachCount, { measure, by, value = "" }: ReachNumber): boolean {
  return count.measure === measure && valueIn(count, by) === value;
}

/**
 * The patient as the number counts them in a cohort, told from their events by what makes the tallies;
 * `undefined` where it does not, or what it counted was taken back. The moment is that of the first.
 */
export function personBehind(
  events: readonly RecordEvent[],
  number: ReachNumber,
  { campaign, week }: { readonly campaign: string; readonly week: string },
): CountedPerson | undefined {
  let times = 0;
  let person: CountedPerson | undefined;
  for (const event of events) {
    for (const count of reachCounts(event)) {
      const isHere = count.campaign === campaign && count.week === week;
      if (!isHere || !isPartOf(count, number)) continue;
      times += count.count;
      const { week: _, ...traits } = cohortOf(event) ?? { week };
      const isFirst = person === undefined || person.version !== count.version;
      if (count.count > 0 && isFirst) person = { version: count.version, at: event.at, ...traits };
    }
  }
  return times > 0 ? person : undefined;
}

function cohortOf(event: RecordEvent): Cohort | undefined {
  if (event.type === "escalated") return event.task.cohort;
  return "cohort" in event ? event.cohort : undefined;
}
