import type { DaysLeft, Pdc } from "./supply.ts";

/** One concept, or any of several. */
export type Names = string | readonly string[];

/** Something that happened; `within` and `since` are never both there. */
export type Evidence =
  | Names
  | { readonly of: Names; readonly within?: string; readonly since?: string };

/** Something that holds; a dated sign of it counts for `evidence` (12 months when not said). */
export type StateOf = Names | { readonly of: Names; readonly evidence?: string };

/** Completed years, on the day itself or on 31 December of its year. Both ends included. */
export interface Age {
  readonly from?: number;
  readonly through?: number;
  readonly at?: "year-end";
}

/** Exactly one of the four comparisons is there. */
export interface Latest {
  readonly of: Names;
  readonly within?: string;
  readonly above?: number;
  readonly below?: number;
  readonly "at-least"?: number;
  readonly "at-most"?: number;
  /** As the source writes it (`%`, `mg/dL`); a value in another unit is unknown, not converted. */
  readonly unit?: string;
  /** Of several values on the latest day; `highest` when not said. */
  readonly which?: "lowest" | "highest";
}

/** Days past the end of the supply. Both ends included; without `through` however late. */
export interface Late {
  readonly of: Names;
  readonly by: { readonly from: string; readonly through?: string };
  /** Whether an early refill of the same ingredient extends the supply. `shift` when not said. */
  readonly overlap?: "shift" | "union";
  /**
   * For patients with orders but no dispenses at all: how long one order lasts when the order
   * itself does not say. Without it such patients are never late.
   */
  readonly "orders-last"?: string;
}

/** What each key takes. */
export interface ConditionArguments {
  readonly all: readonly Condition[];
  readonly "any-of": readonly Condition[];
  readonly not: Condition;
  readonly sex: "female" | "male";
  readonly age: Age;
  /** Happened at least once in the look-back. */
  readonly any: Evidence;
  /** Did not happen in the look-back. */
  readonly none: Evidence;
  /** Was handed over by a pharmacy in the look-back; an order alone is not. */
  readonly filled: Evidence;
  /** Happened on the day or before, however long ago. */
  readonly ever: Names | { readonly of: Names };
  readonly never: Names | { readonly of: Names };
  /** Is in this state, or showed a sign of it lately. */
  readonly in: StateOf;
  readonly outside: StateOf;
  /** An active condition, coverage or medication order. */
  readonly has: Names;
  /** Something about it is on file by that day: unknown history is not overdue. */
  readonly known: Names;
  readonly latest: Latest;
  /** The latest one carries no usable value. */
  readonly missing: Names | { readonly of: Names; readonly within?: string };
  readonly late: Late;
  readonly pdc: Pdc;
  readonly "days-left": DaysLeft;
}

export type ConditionKey = keyof ConditionArguments;

/** An object with exactly one of the keys. */
export type Condition = {
  [Key in ConditionKey]: { readonly [Only in Key]: ConditionArguments[Key] };
}[ConditionKey];

/** What the condition asks, as a pair that a `switch` can tell apart. */
export type KeyedCondition = {
  [Key in ConditionKey]: { readonly key: Key; readonly value: ConditionArguments[Key] };
}[ConditionKey];

/** The one key of the condition with its argument. */
export function keyed(condition: Condition): KeyedCondition {
  const [entry] = Object.entries(condition);
  if (entry === undefined) throw new Error("audience/empty-condition");
  const [key, value] = entry;
  return { key, value } as KeyedCondition;
}

/** Names as a list, however they were written. */
export function namesOf(given: Names | { readonly of: Names }): readonly string[] {
  if (typeof given === "string") return [given];
  return "of" in given ? namesOf(given.of) : given;
}

/** Every concept that the audience asks about, each once, in order of appearance. */
export function conceptsOf(audience: Condition): readonly string[] {
  const found = new Set<string>();
  const visit = (condition: Condition): void => {
    const { key, value } = keyed(condition);
    switch (key) {
      case "all":
      case "any-of":
        value.forEach(visit);
        return;
      case "not":
        visit(value);
        return;
      case "sex":
      case "age":
        return;
      case "pdc":
        for (const name of namesOf(value["except-in"] ?? [])) found.add(name);
        for (const name of namesOf(value)) found.add(name);
        return;
      default:
        for (const name of namesOf(value)) found.add(name);
    }
  };
  visit(audience);
  return [...found];
}
