import type { FactRole } from "./role.ts";
import type { DaysLeft, Pdc } from "./supply.ts";

/** One concept, or any of several. */
export type Names = string | readonly string[];

/** At most one of the four comparisons is there. */
export interface Comparisons {
  readonly above?: number;
  readonly below?: number;
  readonly "at-least"?: number;
  readonly "at-most"?: number;
  /** As the source writes it (`%`, `mg/dL`). Other units are converted where the concept says how. */
  readonly unit?: string;
}

/** What narrows which facts of a concept count. All that is there must hold. */
export interface Particulars extends Comparisons {
  /** What the fact must be: an order is no result. Without it, whatever can stand for the deed. */
  readonly as?: FactRole | readonly FactRole[];
  /** A coded result or interpretation of these concepts. */
  readonly with?: Names;
  /** It says something: a blank result does not. */
  readonly "with-result"?: true;
  /** On this side or part of the body. */
  readonly site?: Names;
  /** For one of these reasons. */
  readonly because?: Names;
  /** The patient's completed years on its first day. */
  readonly aged?: { readonly from?: number; readonly through?: number };
  /** Not on a day of such a visit: a pressure taken in an emergency says little. */
  readonly "not-during"?: Names;
}

/** How lately. At most one is there. */
export interface Limits {
  /** Any of its days lies in the look-back. */
  readonly within?: string;
  readonly "begun-within"?: string;
  readonly "ended-within"?: string;
  readonly since?: string;
}

/** Something in particular, however long ago. */
export type Particular = Names | ({ readonly of: Names } & Particulars);

/** Something that happened. */
export type Evidence = Names | ({ readonly of: Names } & Particulars & Limits);

/** A state, on the day itself or on any day of the look-back. */
export type Held = Names | ({ readonly of: Names; readonly within?: string } & Particulars);

/** At least so many, all in the look-back. */
export type AtLeast = { readonly count: number; readonly of: Names } & Particulars &
  Limits & {
    /** Several on one day count once. */
    readonly on?: "different-days";
  };

/** One thing and then another, counted from the first day of each. */
export interface Followed {
  readonly of: Names | ({ readonly of: Names; readonly "begun-within"?: string } & Particulars);
  readonly by: Particular;
  /** From the first to the last day on which the second thing is in time. */
  readonly within: string;
}

/** A rule that others use too: its name, and once it has been looked up, what it says. */
export type NamedRule =
  | string
  | { readonly name: string; readonly title?: string; readonly is: Condition };

/** Something that holds; a dated sign of it counts for `evidence` (12 months when not said). */
export type StateOf = Names | { readonly of: Names; readonly evidence?: string };

/**
 * Completed years, both ends included: on the day itself, on the first or the last day of its year,
 * or on one date for good.
 */
export interface Age {
  readonly from?: number;
  readonly through?: number;
  /** `YYYY-MM-DD` is the third choice. */
  readonly at?: string;
}

/** Exactly one of the four comparisons or `is` is there. */
export interface Latest extends Comparisons {
  readonly of: Names;
  readonly within?: string;
  /** A coded value of these concepts. Without any result, it is not. */
  readonly is?: Names;
  readonly "not-during"?: Names;
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
  /** Each of several things happened in the look-back. */
  readonly each: Evidence;
  /** Did not happen in the look-back. */
  readonly none: Evidence;
  /** Was handed over by a pharmacy in the look-back; an order alone is not. */
  readonly filled: Evidence;
  /** Happened on the day or before, however long ago. */
  readonly ever: Particular;
  readonly never: Particular;
  readonly "at-least": AtLeast;
  /** The second came in time after the first. */
  readonly followed: Followed;
  /** The time for the second is over and it has not come since. */
  readonly unfollowed: Followed;
  /** Is in this state, or showed a sign of it lately. */
  readonly in: StateOf;
  readonly outside: StateOf;
  /** An active condition, coverage or medication order. */
  readonly has: Held;
  /** Something about it is on file by that day: unknown history is not overdue. */
  readonly known: Names;
  readonly latest: Latest;
  /** The latest one carries no usable value. */
  readonly missing: Names | { readonly of: Names; readonly within?: string };
  readonly late: Late;
  readonly pdc: Pdc;
  readonly "days-left": DaysLeft;
  readonly rule: NamedRule;
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
      case "rule":
        if (typeof value !== "string") visit(value.is);
        return;
      case "sex":
      case "age":
        return;
      case "latest":
        for (const name of [...namesIn(value), ...namesIn(value.is)]) found.add(name);
        return;
      default:
        for (const name of namesIn(value)) found.add(name);
    }
  };
  visit(audience);
  return [...found];
}

/** The keys under which a condition names concepts. */
const naming = ["of", "by", "with", "site", "because", "not-during", "except-in"];

function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return naming.flatMap((key) => namesIn(fields[key]));
}
