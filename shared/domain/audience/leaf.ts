import type { Code } from "../patient/code.ts";
import type { Fact, Subject } from "../patient/fact.ts";
import type { Day } from "../time.ts";
import type { Concept } from "./concept.ts";
import type { Names } from "./condition.ts";
import type { Truth } from "./truth.ts";

/**
 * One condition, ready to be asked about many subjects. Leaves are closed forms over all time:
 * their cost grows with the facts, never with the days.
 */
export interface Leaf {
  solve(view: View): Truth;
  /** The facts that decide the answer on that day, the weightiest first. */
  deciding(view: View, on: Day): readonly Fact[];
}

/** One subject as a compiled audience sees it. */
export interface View {
  readonly subject: Subject;
  /** The facts of each slot, in order of their first day. */
  readonly facts: readonly (readonly Fact[])[];
}

/** What one condition asks about: one or several concepts together. */
export interface Slot {
  readonly index: number;
  /** Whether a list was there for every concept named; without one, nothing can be known. */
  readonly isDefined: boolean;
  readonly concepts: readonly Concept[];
  /** The ingredients of the class that a product holds. Never empty for a code of the slot. */
  ingredientsOf(fact: Fact): readonly string[];
  holds(code: Code): boolean;
}

/** Assigns slots while an audience is compiled. */
export type Bind = (names: Names) => Slot;

export function factsOf(view: View, slot: Slot): readonly Fact[] {
  return view.facts[slot.index] ?? [];
}
