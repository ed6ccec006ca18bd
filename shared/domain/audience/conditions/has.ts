import type { Fact } from "../../patient/fact.ts";
import type { Names } from "../condition.ts";
import { days, type Intervals, includes } from "../interval.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { isState, lastDayOfState, surelyFrom } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { truthOf } from "./any.ts";

/** An active condition, coverage or medication order, or a fill whose supply still lasts. */
export function has(names: Names, bind: Bind): Leaf {
  const slot = bind(names);
  const perhaps = (fact: Fact): Intervals => days(fact.from, lastDayHad(fact));
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthOf(
        factsOf(view, slot).filter(isHad),
        (fact) => days(surelyFrom(fact), surelyHadThrough(fact)),
        perhaps,
      );
    },
    deciding: (view, on) =>
      factsOf(view, slot).filter((fact) => isHad(fact) && includes(perhaps(fact), on)),
  };
}

function isHad(fact: Fact): boolean {
  if (fact.kind === "medication-dispense") {
    return fact.status === "done" && fact.daysSupply !== undefined;
  }
  return isState(fact) && fact.status !== "preliminary";
}

function lastDayHad(fact: Fact): number {
  if (fact.kind !== "medication-dispense") return lastDayOfState(fact);
  return surelyFrom(fact) + (fact.daysSupply ?? 0) - 1;
}

/** With a partial date, it may have begun on the first day that the date can mean. */
function surelyHadThrough(fact: Fact): number {
  return lastDayHad(fact.latest === undefined ? fact : { ...fact, latest: fact.from });
}
