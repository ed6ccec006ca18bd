import type { Fact } from "../../patient/fact.ts";
import { compare, comparisonOf, usableValues } from "../comparison.ts";
import type { Latest } from "../condition.ts";
import type { Bind, Leaf, View } from "../leaf.ts";
import { parseLookBack } from "../look-back.ts";
import { choosing, codedResults } from "../particulars.ts";
import { isEvent } from "../standing.ts";
import { unknownAlways, type Verdict } from "../truth.ts";
import { latestOn, type ResultDay, resultDays, truthByResults } from "./results.ts";

/**
 * How the value of the latest day compares; of several on that day the highest counts, or the
 * lowest if asked. Unknown while there is no result, or none with a number in the unit asked
 * for or one that converts to it. A coded value `is` what it says, and nothing when there is none.
 */
export function latest(asked: Latest, bind: Bind): Leaf {
  const notDuring = asked["not-during"];
  const choice = choosing(
    { of: asked.of, ...(notDuring === undefined ? {} : { "not-during": notDuring }) },
    bind,
    isEvent,
  );
  const coded = asked.is === undefined ? undefined : bind(asked.is);
  const lookBack = asked.within === undefined ? undefined : parseLookBack(asked.within);
  const verdict =
    coded === undefined
      ? (results: readonly Fact[]) => verdictOfNumbers(results, asked, choice.slot)
      : (results: readonly Fact[]) =>
          results.some((fact) => codedResults(fact, choice.slot).some(coded.holds));
  const daysIn = (view: View): readonly ResultDay[] => resultDays(choice.of(view).sure);
  return {
    solve(view) {
      if (!choice.isDefined || coded?.isDefined === false) return unknownAlways;
      const otherwise = coded === undefined ? "unknown" : false;
      return truthByResults(daysIn(view), lookBack, verdict, otherwise);
    },
    deciding: (view, on) => latestOn(daysIn(view), on, lookBack)?.results ?? [],
  };
}

function verdictOfNumbers(
  results: readonly Fact[],
  asked: Latest,
  slot: Parameters<typeof usableValues>[1],
): Verdict {
  const comparison = comparisonOf(asked);
  const usable = results
    .flatMap((fact) => usableValues(fact, slot, asked.unit))
    .toSorted((a, b) => a.number - b.number);
  const value = asked.which === "lowest" ? usable[0] : usable.at(-1);
  if (value === undefined || comparison === undefined) return "unknown";
  return compare(value, ...comparison);
}
