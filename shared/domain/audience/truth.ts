import type { Day } from "../time.ts";
import type { Interval, Intervals } from "./interval.ts";
import { always, complement, includes, intersect, never, union } from "./interval.ts";

/**
 * The days on which a condition surely holds, and those on which it may hold for all that is
 * known. Between them lies "unknown": an unknown birth date makes no one old enough, nor too
 * young (Kleene's three-valued logic, as SQL and CQL have it). Only sure days select a patient:
 * unknown history is not overdue, and what cannot be decided means no contact (law 10).
 */
export interface Truth {
  readonly certain: Intervals;
  /** Contains `certain`; the same object when nothing is unknown. */
  readonly possible: Intervals;
}

export type Verdict = true | false | "unknown";

/** A question whose answer is known on every day. */
export function known(days: Intervals): Truth {
  return { certain: days, possible: days };
}

export const unknownAlways: Truth = { certain: never, possible: always };
export const falseAlways: Truth = known(never);

export function both(a: Truth, b: Truth): Truth {
  return combine(a, b, intersect);
}

export function either(a: Truth, b: Truth): Truth {
  return combine(a, b, union);
}

export function negate({ certain, possible }: Truth): Truth {
  const not = complement(possible);
  return certain === possible ? known(not) : { certain: not, possible: complement(certain) };
}

export function verdictOn({ certain, possible }: Truth, day: Day): Verdict {
  if (includes(certain, day)) return true;
  return includes(possible, day) ? "unknown" : false;
}

/** The days around this one on which the verdict stays the same. */
export function stretchOf(truth: Truth, day: Day): Interval {
  const verdict = verdictOn(truth, day);
  const same =
    verdict === true
      ? truth.certain
      : verdict === false
        ? complement(truth.possible)
        : intersect(truth.possible, complement(truth.certain));
  const found = same.find(({ from, through }) => from <= day && day <= through);
  return found ?? { from: day, through: day };
}

function combine(a: Truth, b: Truth, join: (a: Intervals, b: Intervals) => Intervals): Truth {
  const certain = join(a.certain, b.certain);
  if (a.certain === a.possible && b.certain === b.possible) return known(certain);
  return { certain, possible: join(a.possible, b.possible) };
}
