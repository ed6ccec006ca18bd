import type { Fact } from "../../patient/fact.ts";
import type { Names } from "../condition.ts";
import { days } from "../interval.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { isTrace, surelyFrom } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { truthOf } from "./any.ts";

/** Happened on the day or before. Unverified and unfinished count too: this mostly keeps out. */
export function ever(names: Names, bind: Bind): Leaf {
  return trace(names, bind, surelyFrom);
}

/** Something about it is on file; a vague date is knowledge all the same. */
export function known(names: Names, bind: Bind): Leaf {
  return trace(names, bind, (fact) => fact.from);
}

function trace(names: Names, bind: Bind, certainFrom: (fact: Fact) => number): Leaf {
  const slot = bind(names);
  const onwards = (from: number) => days(from, Number.POSITIVE_INFINITY);
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthOf(
        factsOf(view, slot).filter(isTrace),
        (fact) => onwards(certainFrom(fact)),
        (fact) => onwards(fact.from),
      );
    },
    deciding: (view, on) => factsOf(view, slot).filter((fact) => isTrace(fact) && fact.from <= on),
  };
}
