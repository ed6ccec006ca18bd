import { type ConditionArguments, namesOf } from "../condition.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { parseLookBack } from "../look-back.ts";
import { hasResult } from "../particulars.ts";
import { unknownAlways } from "../truth.ts";
import { latestOn, resultDays, truthByResults } from "./results.ts";

/**
 * It was measured, yet no result of the latest day says anything: a blank or failed test. Where
 * nothing was measured at all, nothing is missing; ask `none` for that.
 */
export function missing(asked: ConditionArguments["missing"], bind: Bind): Leaf {
  const slot = bind(namesOf(asked));
  const written = typeof asked === "object" && "of" in asked ? asked.within : undefined;
  const lookBack = written === undefined ? undefined : parseLookBack(written);
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthByResults(
        resultDays(factsOf(view, slot)),
        lookBack,
        (results) => !results.some((fact) => hasResult(fact, slot)),
        false,
      );
    },
    deciding: (view, on) => latestOn(resultDays(factsOf(view, slot)), on, lookBack)?.results ?? [],
  };
}
