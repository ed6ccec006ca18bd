import type { Fact } from "../../patient/fact.ts";
import type { Names, Particular } from "../condition.ts";
import { days } from "../interval.ts";
import { type Bind, factsOf, type Leaf } from "../leaf.ts";
import { choosing } from "../particulars.ts";
import { isTrace, surelyFrom } from "../standing.ts";
import { unknownAlways } from "../truth.ts";
import { allOf, spelledOut, truthOf, truthOfChosen } from "./any.ts";

const onwards = (from: number) => days(from, Number.POSITIVE_INFINITY);

/** Happened on the day or before. Unverified and unfinished count too: this mostly keeps out. */
export function ever(asked: Particular, bind: Bind): Leaf {
  const choice = choosing(spelledOut<Exclude<Particular, Names>>(asked), bind, isTrace);
  return {
    solve(view) {
      if (!choice.isDefined) return unknownAlways;
      return truthOfChosen(
        choice.of(view),
        (fact) => onwards(surelyFrom(fact)),
        (fact) => onwards(fact.from),
      );
    },
    deciding: (view, on) => allOf(choice.of(view)).filter((fact) => fact.from <= on),
  };
}

/** Something about it is on file; a vague date is knowledge all the same. */
export function known(names: Names, bind: Bind): Leaf {
  const slot = bind(names);
  const sinceSeen = (fact: Fact) => onwards(fact.from);
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      return truthOf(factsOf(view, slot).filter(isTrace), sinceSeen, sinceSeen);
    },
    deciding: (view, on) => factsOf(view, slot).filter((fact) => isTrace(fact) && fact.from <= on),
  };
}
