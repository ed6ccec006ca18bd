import type { Fact } from "../patient/fact.ts";
import type { Fill } from "./coverage.ts";
import { type Intervals, union } from "./interval.ts";
import type { Slot } from "./leaf.ts";
import { isEvent, isVague, lastDayOf } from "./standing.ts";

/** Fills of the slot's medicines: dispenses that happened and say how long they last. */
export function fillsOf(facts: readonly Fact[], slot: Slot): readonly DatedFill[] {
  return facts.flatMap((fact) => {
    return isFill(fact) ? fillOf(fact, fact.daysSupply, slot) : [];
  });
}

/** A pharmacy handed it over. */
export function isFill(fact: Fact): boolean {
  return fact.kind === "medication-dispense" && fact.status === "done";
}

/** Days spent in a facility, by encounters that took place and have a day of their own. */
export function staysOf(facts: readonly Fact[]): Intervals {
  return union(
    facts
      .filter((fact) => fact.kind === "encounter" && isEvent(fact) && !isVague(fact))
      .map((fact) => ({ from: fact.from, through: lastDayOf(fact) })),
  );
}

/**
 * What stands in for fills where no pharmacy reports them: orders in force or run out by
 * themselves, each read as one supply of its own stated length or else of `usualDays`.
 */
export function ordersAsFills(
  facts: readonly Fact[],
  slot: Slot,
  usualDays: number,
): readonly DatedFill[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== "medication-request" || fact.isProhibited) return [];
    if (fact.status !== "active" && fact.status !== "done") return [];
    return fillOf(fact, fact.daysSupply ?? usualDays, slot);
  });
}

/** A fill and the fact that tells of it. */
export interface DatedFill extends Fill {
  readonly fact: Fact;
}

function fillOf(fact: Fact, days: number | undefined, slot: Slot): readonly DatedFill[] {
  if (days === undefined || days < 1) return [];
  return [{ day: fact.from, days, ingredients: slot.ingredientsOf(fact), fact }];
}
