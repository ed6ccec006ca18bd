import type { Fact } from "../../patient/fact.ts";
import { type Day, parseDay } from "../../time.ts";
import type { Evidence, Names } from "../condition.ts";
import { days, type Intervals, includes, union } from "../interval.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { type LookBack, lastDayWithin, parseLookBack } from "../look-back.ts";
import { isEvent, isVague, perhapsThrough, surelyFrom, surelyThrough } from "../standing.ts";
import { falseAlways, type Truth, unknownAlways } from "../truth.ts";

/**
 * It happened within the look-back, or since a date, or on the day at the latest. What lasted
 * counts when any of its days does.
 */
export function any(
  evidence: Evidence,
  bind: Bind,
  counts: (fact: Fact) => boolean = isEvent,
): Leaf {
  const { of, within, since } = spelledOut(evidence);
  const slot = bind(of);
  const lookBack = within === undefined ? undefined : parseLookBack(within);
  const earliest = since === undefined ? Number.NEGATIVE_INFINITY : (parseDay(since) ?? Infinity);
  const certainOf = (fact: Fact) => surely(fact, lookBack, earliest);
  const possibleOf = (fact: Fact) => perhaps(fact, lookBack, earliest);
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthOf(factsOf(view, slot).filter(counts), certainOf, possibleOf);
    },
    deciding: (view, on) =>
      factsOf(view, slot)
        .filter((fact) => counts(fact) && includes(possibleOf(fact), on))
        .toSorted((a, b) => b.from - a.from),
  };
}

/** Joins what each fact makes sure and possible. */
export function truthOf(
  facts: readonly Fact[],
  certainOf: (fact: Fact) => Intervals,
  possibleOf: (fact: Fact) => Intervals,
): Truth {
  if (facts.length === 0) return falseAlways;
  const possible = union(facts.flatMap(possibleOf));
  // Nearly every fact has an exact date, and then nothing is left open.
  if (!facts.some(isVague)) return { certain: possible, possible };
  return { certain: union(facts.flatMap(certainOf)), possible };
}

/** Whichever day a partial date means. */
function surely(fact: Fact, lookBack: LookBack | undefined, earliest: Day): Intervals {
  const reaches = surelyThrough(fact);
  return reaches < earliest ? [] : days(surelyFrom(fact), until(lookBack, reaches));
}

/** On some day that a partial date can mean. */
function perhaps(fact: Fact, lookBack: LookBack | undefined, earliest: Day): Intervals {
  const reaches = perhapsThrough(fact);
  return reaches < earliest ? [] : days(fact.from, until(lookBack, reaches));
}

function until(lookBack: LookBack | undefined, day: Day): Day {
  if (lookBack === undefined || day === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return lastDayWithin(lookBack, day);
}

function spelledOut(evidence: Evidence): {
  readonly of: Names;
  readonly within?: string;
  readonly since?: string;
} {
  return typeof evidence === "object" && "of" in evidence ? evidence : { of: evidence };
}
