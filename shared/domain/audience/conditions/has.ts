import type { Fact } from "../../patient/fact.ts";
import type { Held, Names } from "../condition.ts";
import { days, type Intervals, includes } from "../interval.ts";
import type { Bind, Leaf } from "../leaf.ts";
import { daysWithin } from "../limit.ts";
import { parseLookBack } from "../look-back.ts";
import { choosing } from "../particulars.ts";
import { isOrdered } from "../role.ts";
import { isState, lastDayOfState, surelyFrom } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { allOf, spelledOut, truthOfChosen } from "./any.ts";

/**
 * An active condition, coverage or medication order, or a fill whose supply still lasts; with `as`
 * whatever of that role is in force. With `within`, on any day of the look-back.
 */
export function has(asked: Held, bind: Bind): Leaf {
  const spelled = spelledOut<Exclude<Held, Names>>(asked);
  const choice = choosing(spelled, bind, isHad);
  const { within } = spelled;
  const lookBack = within === undefined ? undefined : parseLookBack(within);
  const held = (from: number, through: number): Intervals =>
    lookBack === undefined ? days(from, through) : daysWithin(lookBack, from, through);
  const perhaps = (fact: Fact): Intervals => held(fact.from, lastDayHad(fact));
  return {
    solve(view) {
      if (!choice.isDefined) return unknownAlways;
      return truthOfChosen(
        choice.of(view),
        (fact) => held(surelyFrom(fact), surelyHadThrough(fact)),
        perhaps,
      );
    },
    deciding: (view, on) => allOf(choice.of(view)).filter((fact) => includes(perhaps(fact), on)),
  };
}

function isHad(fact: Fact): boolean {
  if (fact.kind === "medication-dispense") {
    return fact.status === "done" && fact.daysSupply !== undefined;
  }
  return isState(fact) && fact.status !== "preliminary" && isOrdered(fact);
}

function lastDayHad(fact: Fact): number {
  if (fact.kind !== "medication-dispense") return lastDayOfState(fact);
  return surelyFrom(fact) + (fact.daysSupply ?? 0) - 1;
}

/** With a partial date, it may have begun on the first day that the date can mean. */
function surelyHadThrough(fact: Fact): number {
  return lastDayHad(fact.latest === undefined ? fact : { ...fact, latest: fact.from });
}
