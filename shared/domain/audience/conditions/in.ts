import type { Fact } from "../../patient/fact.ts";
import { namesOf, type StateOf } from "../condition.ts";
import { days, type Intervals, includes } from "../interval.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { lastDayWithin, parseLookBack } from "../look-back.ts";
import { isSign, isState, lastDayOf, lastDayOfState, surelyFrom } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { truthOf } from "./any.ts";

/** How long one sign of a state speaks for it: hospice and palliative care are counted by year. */
const evidenceUsual = "12 months";

/**
 * In the state: while a diagnosis, coverage or order of it holds, and for a while after any
 * dated sign of it (an encounter, a procedure, an order), verified or not.
 */
export function inState(state: StateOf, bind: Bind): Leaf {
  const slot = bind(namesOf(state));
  const written = typeof state === "object" && "of" in state ? state.evidence : undefined;
  const lookBack = parseLookBack(written ?? evidenceUsual);
  const until = (fact: Fact): number => {
    if (isState(fact) && (fact.through !== undefined || fact.status !== "done")) {
      return lastDayOfState(fact);
    }
    const last = lastDayOf(fact);
    if (last === Number.POSITIVE_INFINITY || lookBack === undefined) return last;
    return lastDayWithin(lookBack, last);
  };
  const perhaps = (fact: Fact): Intervals => days(fact.from, until(fact));
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthOf(
        factsOf(view, slot).filter(isSign),
        (fact) => days(surelyFrom(fact), surelyUntil(fact, until)),
        perhaps,
      );
    },
    deciding: (view, on) =>
      factsOf(view, slot).filter((fact) => isSign(fact) && includes(perhaps(fact), on)),
  };
}

/** With a partial date, the sign may have come on the first day that the date can mean. */
function surelyUntil(fact: Fact, until: (fact: Fact) => number): number {
  if (fact.latest === undefined || fact.through !== undefined || fact.isOpen) return until(fact);
  const { latest: _, ...onFirstDay } = fact;
  return until(onFirstDay);
}
