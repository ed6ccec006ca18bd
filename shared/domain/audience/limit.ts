import type { Fact } from "../patient/fact.ts";
import { type Day, parseDay } from "../time.ts";
import type { Limits } from "./condition.ts";
import { days, type Intervals } from "./interval.ts";
import { firstDayWithin, type LookBack, lastDayWithin, parseLookBack } from "./look-back.ts";
import { lastDayOf, perhapsThrough, surelyFrom, surelyThrough } from "./standing.ts";

/** On which days one fact lies in the look-back, for sure and possibly. */
export interface Limit {
  certainOf(fact: Fact): Intervals;
  possibleOf(fact: Fact): Intervals;
}

/** Without any limit: from the fact on, for good. */
export function limitOf(asked: Limits): Limit {
  const begun = parsed(asked["begun-within"]);
  if (begun !== undefined) return begunWithin(begun);
  const ended = parsed(asked["ended-within"]);
  if (ended !== undefined) return endedWithin(ended);
  const lookBack = parsed(asked.within);
  const since =
    asked.since === undefined ? Number.NEGATIVE_INFINITY : (parseDay(asked.since) ?? Infinity);
  return {
    certainOf(fact) {
      const reaches = surelyThrough(fact);
      return reaches < since
        ? []
        : daysWithin(lookBack, Math.max(surelyFrom(fact), since), reaches);
    },
    possibleOf(fact) {
      const reaches = perhapsThrough(fact);
      return reaches < since ? [] : daysWithin(lookBack, Math.max(fact.from, since), reaches);
    },
  };
}

/** Its first day lies in the look-back: a diagnosis that is new, not one that still holds. */
function begunWithin(lookBack: LookBack): Limit {
  return {
    certainOf: (fact) => daysWithin(lookBack, surelyFrom(fact), fact.from),
    possibleOf: (fact) =>
      daysWithin(
        lookBack,
        fact.from,
        fact.precision === "unknown" ? Number.POSITIVE_INFINITY : surelyFrom(fact),
      ),
  };
}

/** Its last day lies in the look-back: a stay from which the patient has come home. */
function endedWithin(lookBack: LookBack): Limit {
  const ofOneEnd = (last: Day): Intervals =>
    last === Number.POSITIVE_INFINITY ? [] : daysWithin(lookBack, last, last);
  return {
    certainOf(fact) {
      if (fact.through !== undefined) return ofOneEnd(fact.through);
      if (lastDayOf(fact) === Number.POSITIVE_INFINITY) return [];
      return daysWithin(lookBack, surelyFrom(fact), fact.from);
    },
    possibleOf(fact) {
      if (fact.through !== undefined) return ofOneEnd(fact.through);
      if (lastDayOf(fact) === Number.POSITIVE_INFINITY) return [];
      return daysWithin(lookBack, fact.from, perhapsThrough(fact));
    },
  };
}

/** The days whose look-back holds something that begins on `from` and reaches `through`. */
export function daysWithin(lookBack: LookBack | undefined, from: Day, through: Day): Intervals {
  return days(firstDayWithin(lookBack, from), until(lookBack, through));
}

function until(lookBack: LookBack | undefined, day: Day): Day {
  if (lookBack === undefined || day === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return lastDayWithin(lookBack, day);
}

function parsed(text: string | undefined): LookBack | undefined {
  return text === undefined ? undefined : parseLookBack(text);
}
