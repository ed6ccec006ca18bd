import type { Fact } from "../../patient/fact.ts";
import type { Day } from "../../time.ts";
import type { Followed, Names } from "../condition.ts";
import { days, type Interval, type Intervals, includes, nextDayIn, union } from "../interval.ts";
import type { Bind, Leaf, View } from "../leaf.ts";
import { lastDayWithin, parseLookBack } from "../look-back.ts";
import { type Choice, choosing } from "../particulars.ts";
import { dayAfterSpan, parseSpan } from "../span.ts";
import { isEvent, surelyFrom } from "../standing.ts";
import { type Truth, unknownAlways } from "../truth.ts";
import { allOf, spelledOut } from "./any.ts";

/**
 * One thing and then another in time. `followed` holds from the day of the second; `unfollowed`
 * from the day after the last on which it would have been in time, until it comes after all.
 *
 * Both count from their first days. A partial date makes a pair sure only when it is in time
 * whatever the date means. Lists of days are searched, not compared pair by pair: the cost stays
 * bearable for a chart of thousands.
 */
export function followed(asked: Followed, isMissing: boolean, bind: Bind): Leaf {
  const first = choosing(spelledOut<Exclude<Followed["of"], Names>>(asked.of), bind, isEvent);
  const second = choosing(spelledOut<Exclude<Followed["by"], Names>>(asked.by), bind, isEvent);
  const limits = timesOf(asked);
  return {
    solve(view) {
      if (!first.isDefined || !second.isDefined) return unknownAlways;
      const a = momentsOf(first, view);
      const b = momentsOf(second, view);
      return isMissing ? unanswered(a, b, limits) : answered(a, b, limits);
    },
    deciding(view, on) {
      const isSeen = (fact: Fact) =>
        fact.from <= on && includes(days(fact.from, limits.until(surelyFrom(fact))), on);
      const later = isMissing ? [] : allOf(second.of(view)).filter(({ from }) => from <= on);
      return [...allOf(first.of(view)).filter(isSeen), ...later].toSorted(
        (x, y) => y.from - x.from,
      );
    },
  };
}

interface Times {
  /** The last day that is in time after something on `day`. */
  readonly inTime: (day: Day) => Day;
  /** The last day on which something that began on `day` is still looked back at. */
  readonly until: (day: Day) => Day;
}

function timesOf({ of, within }: Followed): Times {
  const span = parseSpan(within);
  const back = typeof of === "object" && "of" in of ? of["begun-within"] : undefined;
  const lookBack = back === undefined ? undefined : parseLookBack(back);
  return {
    inTime: (day) => (span === undefined ? day : dayAfterSpan(day, span)),
    until: (day) =>
      lookBack === undefined ? Number.POSITIVE_INFINITY : lastDayWithin(lookBack, day),
  };
}

/** What a list of facts says about the days on which something began. */
interface Moments {
  /** The first and the last day that each fact's date can mean, of those that surely count. */
  readonly sure: readonly Interval[];
  /** Every day on which one may have begun. */
  readonly possible: Intervals;
  /** One of them has no date: it may have been at any time, and nothing can be counted from it. */
  readonly isPerhapsAnytime: boolean;
}

/** The first day from `day` on, itself included, on which one may have begun. */
function soonestPossible({ possible, isPerhapsAnytime }: Moments, day: Day): Day | undefined {
  return isPerhapsAnytime ? day : nextDayIn(possible, day);
}

function momentsOf(choice: Choice, view: View): Moments {
  const { sure, perhaps } = choice.of(view);
  const spanOf = (fact: Fact): Interval => ({ from: fact.from, through: surelyFrom(fact) });
  const spans = sure.filter(isDated).map(spanOf);
  return {
    sure: distinct(spans),
    possible: union(spans, perhaps.filter(isDated).map(spanOf)),
    isPerhapsAnytime: [...sure, ...perhaps].some((fact) => !isDated(fact)),
  };
}

function isDated({ precision }: Fact): boolean {
  return precision !== "unknown";
}

function distinct(spans: readonly Interval[]): readonly Interval[] {
  const byEnds = new Map(spans.map((span) => [`${span.from} ${span.through}`, span]));
  return [...byEnds.values()].sort((a, b) => a.from - b.from);
}

function answered(a: Moments, b: Moments, { inTime, until }: Times): Truth {
  const soonest = soonestSure(b.sure);
  const certain = a.sure.flatMap(({ from, through }) => {
    const second = soonest(through);
    return second !== undefined && second <= inTime(from) ? days(second, until(from)) : [];
  });
  const possible = a.possible.flatMap((span) =>
    eachDay(span).flatMap((day) => {
      const second = soonestPossible(b, day);
      return second !== undefined && second <= inTime(day) ? days(second, until(day)) : [];
    }),
  );
  return { certain: union(certain), possible: union(possible) };
}

function unanswered(a: Moments, b: Moments, { inTime, until }: Times): Truth {
  const soonest = soonestSure(b.sure);
  const certain = a.sure.flatMap(({ from, through }) => {
    const second = soonestPossible(b, from) ?? Number.POSITIVE_INFINITY;
    return days(inTime(through) + 1, Math.min(until(from), second - 1));
  });
  const possible = a.possible.flatMap((span) =>
    eachDay(span).flatMap((day) => {
      const second = soonest(day) ?? Number.POSITIVE_INFINITY;
      return days(inTime(day) + 1, Math.min(until(day), second - 1));
    }),
  );
  return { certain: union(certain), possible: union(possible) };
}

/** From a day on, the first day by which one of them has surely happened. */
function soonestSure(sure: readonly Interval[]): (day: Day) => Day | undefined {
  const least: Day[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const { through } of sure.toReversed()) {
    best = Math.min(best, through);
    least.push(best);
  }
  least.reverse();
  return (day) => {
    let low = 0;
    let high = sure.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sure[middle]?.from ?? Number.POSITIVE_INFINITY) < day) low = middle + 1;
      else high = middle;
    }
    return least[low];
  };
}

function eachDay({ from, through }: Interval): readonly Day[] {
  return Array.from({ length: through - from + 1 }, (_, i) => from + i);
}
