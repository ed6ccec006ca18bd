import type { Fact } from "../../patient/fact.ts";
import { lastDay } from "../../patient/fact.ts";
import type { Day } from "../../time.ts";
import { days, type Interval, type Intervals, intersect, union } from "../interval.ts";
import { type LookBack, lastDayWithin } from "../look-back.ts";
import { isEvent } from "../standing.ts";
import { known, negate, type Truth, type Verdict } from "../truth.ts";

/** All final results of one day; they are the latest until the day before the next ones. */
export interface ResultDay {
  readonly day: Day;
  readonly results: readonly Fact[];
}

/** Observations by the day they count from: the latest moment of what was measured. */
export function resultDays(facts: readonly Fact[]): readonly ResultDay[] {
  const byDay = new Map<Day, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== "observation" || !isEvent(fact)) continue;
    const day = lastDay(fact) ?? fact.from;
    const others = byDay.get(day);
    if (others === undefined) byDay.set(day, [fact]);
    else others.push(fact);
  }
  return [...byDay].map(([day, results]) => ({ day, results })).sort((a, b) => a.day - b.day);
}

/** The results that are the latest on that day, within the look-back. */
export function latestOn(
  resultDays: readonly ResultDay[],
  on: Day,
  lookBack: LookBack | undefined,
): ResultDay | undefined {
  const latest = resultDays.findLast(({ day }) => day <= on);
  if (latest === undefined) return undefined;
  return lookBack !== undefined && lastDayWithin(lookBack, latest.day) < on ? undefined : latest;
}

/**
 * What a verdict about the latest results means day by day. Days without results get `otherwise`;
 * days that a result with a partial date may belong to are unknown.
 */
export function truthByResults(
  given: readonly ResultDay[],
  lookBack: LookBack | undefined,
  verdict: (results: readonly Fact[]) => Verdict,
  otherwise: "unknown" | false,
): Truth {
  const yes: Interval[] = [];
  const no: Interval[] = [];
  const vague: Intervals[] = [];
  given.forEach(({ day, results }, i) => {
    const next = given[i + 1]?.day ?? Number.POSITIVE_INFINITY;
    const end = lookBack === undefined ? Number.POSITIVE_INFINITY : lastDayWithin(lookBack, day);
    const span = days(day, Math.min(next - 1, end));
    const answer = verdict(results);
    if (answer === true) yes.push(...span);
    if (answer === false) no.push(...span);
    for (const { latest, from } of results) {
      if (latest !== undefined) vague.push(days(from, latest - 1));
    }
    if (answer === "unknown" && otherwise === false) vague.push(span);
  });
  const sure = vague.length === 0 ? undefined : negate(known(union(...vague))).certain;
  const certain = sure === undefined ? union(yes) : intersect(union(yes), sure);
  if (otherwise === false) {
    return sure === undefined ? known(certain) : { certain, possible: union(yes, ...vague) };
  }
  const surelyNot = sure === undefined ? union(no) : intersect(union(no), sure);
  return { certain, possible: negate(known(surelyNot)).certain };
}
