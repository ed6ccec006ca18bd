import type { Fact } from "../../patient/fact.ts";
import type { Evidence, Names } from "../condition.ts";
import { type Intervals, includes, union } from "../interval.ts";
import type { Bind, Leaf } from "../leaf.ts";
import { limitOf } from "../limit.ts";
import { type Chosen, choosing } from "../particulars.ts";
import { isEvent, isVague } from "../standing.ts";
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
  const asked = spelledOut<Exclude<Evidence, Names>>(evidence);
  const choice = choosing(asked, bind, counts);
  const { certainOf, possibleOf } = limitOf(asked);
  return {
    solve(view) {
      if (!choice.isDefined) return unknownAlways;
      return truthOfChosen(choice.of(view), certainOf, possibleOf);
    },
    deciding: (view, on) =>
      allOf(choice.of(view))
        .filter((fact) => includes(possibleOf(fact), on))
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

/** As `truthOf`, where some facts may count and may not. */
export function truthOfChosen(
  { sure, perhaps }: Chosen,
  certainOf: (fact: Fact) => Intervals,
  possibleOf: (fact: Fact) => Intervals,
): Truth {
  const truth = truthOf(sure, certainOf, possibleOf);
  if (perhaps.length === 0) return truth;
  return {
    certain: truth.certain,
    possible: union(truth.possible, perhaps.flatMap(possibleOf)),
  };
}

export function allOf({ sure, perhaps }: Chosen): readonly Fact[] {
  return perhaps.length === 0 ? sure : [...sure, ...perhaps];
}

/** The long form of what may be written as names alone. */
export function spelledOut<Asked extends { readonly of: Names }>(asked: Names | Asked): Asked {
  // Every other key of the long forms may be left out, so names alone are one of them.
  return typeof asked === "object" && "of" in asked ? asked : ({ of: asked } as Asked);
}
