import {
  type Condition,
  type Limits,
  type Names,
  namesOf,
  type Particulars,
} from "../condition.ts";

/**
 * Says what a condition asks, short enough for a list. A language is one such function; `nameOf`
 * gives a concept's title.
 */
export type Words = (condition: Condition, nameOf: (concept: string) => string) => string;

/** Everything that may stand beside the concepts of a condition. */
export type Details = Partial<Limits & Particulars> & {
  readonly is?: Names;
  readonly which?: "lowest" | "highest";
};

/** What stands beside the concepts; nothing beside mere names. */
export function detailsOf(asked: unknown): Details {
  return typeof asked === "object" && asked !== null && !Array.isArray(asked) ? asked : {};
}

/** The titles of the concepts in a condition, joined by a word. */
export function titles(
  names: Names | { readonly of: Names },
  nameOf: (concept: string) => string,
  joint: string,
): string {
  return namesOf(names).map(nameOf).join(joint);
}
