import type { Fact, Quantity } from "../../patient/fact.ts";
import type { Latest } from "../condition.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { parseLookBack } from "../look-back.ts";
import { unknownAlways, type Verdict } from "../truth.ts";
import { latestOn, resultDays, truthByResults, valuesOf } from "./results.ts";

type Comparison = "above" | "below" | "at-least" | "at-most";

/**
 * How the value of the latest day compares; of several on that day the highest counts, or the
 * lowest if asked. Unknown while there is no result, or none with a number in the unit asked
 * for: units are never guessed.
 */
export function latest(asked: Latest, bind: Bind): Leaf {
  const slot = bind(asked.of);
  const lookBack = asked.within === undefined ? undefined : parseLookBack(asked.within);
  const [comparison, limit] = comparisonOf(asked);
  const verdict = (results: readonly Fact[]): Verdict => {
    const usable = results
      .flatMap((fact) => valuesOf(fact, slot))
      .filter((value) => asked.unit === undefined || isSameUnit(value.unit, asked.unit))
      .toSorted((a, b) => a.number - b.number);
    const value = asked.which === "lowest" ? usable[0] : usable.at(-1);
    return value === undefined ? "unknown" : compare(value, comparison, limit);
  };
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthByResults(resultDays(factsOf(view, slot)), lookBack, verdict, "unknown");
    },
    deciding: (view, on) => latestOn(resultDays(factsOf(view, slot)), on, lookBack)?.results ?? [],
  };
}

function comparisonOf(asked: Latest): readonly [Comparison, number] {
  for (const comparison of ["above", "below", "at-least", "at-most"] as const) {
    const limit = asked[comparison];
    if (limit !== undefined) return [comparison, limit];
  }
  // The schema lets no such rule in; comparing with nothing is never true.
  return ["above", Number.POSITIVE_INFINITY];
}

/** A value off the scale (`< 4`) decides only when all that it may mean compares alike. */
function compare(value: Quantity, comparison: Comparison, limit: number): Verdict {
  switch (comparison) {
    case "below":
      return opposite(compare(value, "at-least", limit));
    case "at-most":
      return opposite(compare(value, "above", limit));
    default:
      return exceeds(value, limit, comparison === "at-least");
  }
}

function exceeds({ number, comparator }: Quantity, limit: number, orEquals: boolean): Verdict {
  const passes = (end: number) => end > limit || (orEquals && end === limit);
  const least = comparator?.startsWith("<") ? Number.NEGATIVE_INFINITY : number;
  const most = comparator?.startsWith(">") ? Number.POSITIVE_INFINITY : number;
  // `> 5` leaves 5 itself out, so all of it is above 5; `< 5` leaves it out at the other end.
  if (passes(least) || (comparator === ">" && least === limit)) return true;
  return passes(most) && !(comparator === "<" && most === limit) ? "unknown" : false;
}

function opposite(verdict: Verdict): Verdict {
  return verdict === "unknown" ? "unknown" : !verdict;
}

function isSameUnit(given: string | undefined, asked: string): boolean {
  return given !== undefined && given.trim().toLowerCase() === asked.trim().toLowerCase();
}
