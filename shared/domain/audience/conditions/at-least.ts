import type { Fact } from "../../patient/fact.ts";
import type { Day } from "../../time.ts";
import type { AtLeast } from "../condition.ts";
import { type Interval, type Intervals, includes, union } from "../interval.ts";
import type { Bind, Leaf } from "../leaf.ts";
import { limitOf } from "../limit.ts";
import { choosing } from "../particulars.ts";
import { isEvent, isVague } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { allOf } from "./any.ts";

/**
 * So many of them in the look-back. On different days, only exact dates are surely different; a
 * partial date may be one more.
 */
export function atLeast(asked: AtLeast, bind: Bind): Leaf {
  const choice = choosing(asked, bind, isEvent);
  const { certainOf, possibleOf } = limitOf(asked);
  return {
    solve(view) {
      if (!choice.isDefined) return unknownAlways;
      const { sure, perhaps } = choice.of(view);
      const all = [...sure, ...perhaps];
      if (asked.on === undefined) {
        const certain = daysOfMany(sure.flatMap(certainOf), asked.count);
        return { certain, possible: daysOfMany(all.flatMap(possibleOf), asked.count) };
      }
      const exact = sure.filter((fact) => !isVague(fact));
      const certain = daysOfMany(perDay(exact, certainOf), asked.count);
      const vague = all.filter(isVague).flatMap(possibleOf);
      const dated = all.filter((fact) => !isVague(fact));
      return {
        certain,
        possible: daysOfMany([...perDay(dated, possibleOf), ...vague], asked.count),
      };
    },
    deciding: (view, on) =>
      allOf(choice.of(view))
        .filter((fact) => includes(possibleOf(fact), on))
        .toSorted((a, b) => b.from - a.from),
  };
}

/** What the facts that begin on one day make of it together, day by day. */
function perDay(facts: readonly Fact[], of: (fact: Fact) => Intervals): readonly Interval[] {
  const byDay = new Map<Day, Interval[]>();
  for (const fact of facts) {
    const found = byDay.get(fact.from);
    if (found === undefined) byDay.set(fact.from, [...of(fact)]);
    else found.push(...of(fact));
  }
  return [...byDay.values()].flatMap((intervals) => union(intervals));
}

/** The days that lie in at least `count` of the intervals: one sweep over their ends. */
function daysOfMany(all: readonly Interval[], count: number): Intervals {
  if (all.length < count) return [];
  const steps = all.flatMap(({ from, through }) => [
    { at: from, by: 1 },
    { at: through + 1, by: -1 },
  ]);
  steps.sort((a, b) => a.at - b.at);
  const found: Interval[] = [];
  let open = 0;
  let since: Day | undefined;
  steps.forEach(({ at, by }, i) => {
    open += by;
    if (steps[i + 1]?.at === at) return;
    if (open >= count) since ??= at;
    else if (since !== undefined) {
      found.push({ from: since, through: at - 1 });
      since = undefined;
    }
  });
  return union(found);
}
