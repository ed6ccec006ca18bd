import type { Fact, Quantity } from "../patient/fact.ts";
import type { Comparisons } from "./condition.ts";
import type { Slot } from "./leaf.ts";
import type { Verdict } from "./truth.ts";
import { inUnit } from "./unit.ts";

const comparisons = ["above", "below", "at-least", "at-most"] as const;
type Comparison = (typeof comparisons)[number];

/** The one comparison that is asked for, with its limit. */
export function comparisonOf(asked: Comparisons): readonly [Comparison, number] | undefined {
  for (const comparison of comparisons) {
    const limit = asked[comparison];
    if (limit !== undefined) return [comparison, limit];
  }
  return undefined;
}

/** Values of the result that belong to the concept: its own, or those of its parts. */
export function valuesOf(fact: Fact, slot: Slot): readonly Quantity[] {
  const parts = (fact.components ?? []).filter(({ codes }) => codes.some(slot.holds));
  const own = fact.value !== undefined && fact.codes.some(slot.holds) ? [fact.value] : [];
  return [...own, ...parts.flatMap(({ value }) => (value === undefined ? [] : [value]))];
}

/** The values that can be compared: in the unit asked for, or converted to it. */
export function usableValues(fact: Fact, slot: Slot, unit: string | undefined): Quantity[] {
  const values = valuesOf(fact, slot);
  if (unit === undefined) return [...values];
  return values.flatMap((value) => inUnit(value, unit, slot.concepts) ?? []);
}

/**
 * Whether any value of one result compares so. False without a value; unknown where its unit is
 * missing or cannot be converted.
 */
export function verdictOfValues(fact: Fact, slot: Slot, asked: Comparisons): Verdict {
  const comparison = comparisonOf(asked);
  if (comparison === undefined) return true;
  const all = valuesOf(fact, slot);
  const usable = usableValues(fact, slot, asked.unit);
  const verdicts = usable.map((value) => compare(value, ...comparison));
  if (verdicts.includes(true)) return true;
  return verdicts.includes("unknown") || usable.length < all.length ? "unknown" : false;
}

/** A value off the scale (`< 4`) decides only when all that it may mean compares alike. */
export function compare(value: Quantity, comparison: Comparison, limit: number): Verdict {
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
