import * as z from "zod";
import { nearest } from "../campaign/did-you-mean.ts";
import { parseLookBack } from "./look-back.ts";
import { factRoles } from "./role.ts";
import { LookBackText } from "./span-text.ts";

const ConceptName = z
  .string({ error: "Give the name of a concept." })
  .regex(/^\S(.*\S)?$/, "Give the name of a concept.");

export const Names = z
  .preprocess(
    (names) => (Array.isArray(names) ? names : [names]),
    z.array(ConceptName).min(1, "Name at least one concept."),
  )
  .meta({ type: ["string", "array"] });

/** Reads `mammogram` and `[a, b]` as `{ of: … }`. */
export function shorthand<Shape extends z.core.$ZodShape>(shape: Shape, what: string) {
  return z
    .preprocess(
      (given) => (typeof given === "string" || Array.isArray(given) ? { of: given } : given),
      only(what, { of: Names, ...shape }),
    )
    .meta({ type: ["string", "array", "object"], items: { type: "string" } });
}

/** A strict object whose errors name the wrong key and the keys that would be right. */
export function only<Shape extends z.core.$ZodShape>(what: string, shape: Shape) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${quoted(issue["keys"])} is not known in ${what}.${meant(issue["keys"], Object.keys(shape))} Use ${keys}.`
        : `Write ${what} as an object with ${keys}.`,
  });
}

export function quoted(keys: unknown): string {
  return Array.isArray(keys) ? keys.map((key) => `"${String(key)}"`).join(", ") : "This key";
}

function meant(keys: unknown, known: readonly string[]): string {
  const word = Array.isArray(keys) ? nearest(String(keys[0]), known) : undefined;
  return word === undefined ? "" : ` Did you mean ${word}?`;
}

export function countOf(value: object, keys: readonly string[]): number {
  return keys.filter((key) => key in value).length;
}

const Years = z.int("Give whole years.").min(0, "Give 0 or more.").max(130, "Give 130 or fewer.");

/** Completed years from … through …, and what else belongs to the band. */
export function ageBand<Shape extends z.core.$ZodShape>(what: string, shape: Shape) {
  return only(what, { ...shape, from: Years.optional(), through: Years.optional() })
    .refine((age) => countOf(age, ["from", "through"]) > 0, {
      error: "Give from, through or both.",
    })
    .refine((age) => boundsOf(age).from <= boundsOf(age).through, {
      error: "The age goes from the lower to the higher.",
    });
}

function boundsOf(age: object): { readonly from: number; readonly through: number } {
  return { from: 0, through: Number.POSITIVE_INFINITY, ...age };
}

const comparisons = ["above", "below", "at-least", "at-most"] as const;
const Amount = z.number({ error: "Give a number." });

export const comparisonKeys = {
  above: Amount.optional(),
  below: Amount.optional(),
  "at-least": Amount.optional(),
  "at-most": Amount.optional(),
  unit: z.string({ error: "Give the unit as text." }).optional(),
};

/** How many of the four comparisons are asked for. */
export function comparisonsIn(asked: object): number {
  return countOf(asked, comparisons);
}

export const oneComparison = `Compare with exactly one of ${comparisons.join(", ")}.`;

const Role = z.enum(factRoles, { error: `Write one of ${factRoles.join(", ")}.` });

/** What narrows which facts count. */
export const particularKeys = {
  as: z
    .preprocess((as) => (Array.isArray(as) ? as : [as]), z.array(Role).min(1, "Name at least one."))
    .meta({ type: ["string", "array"] })
    .optional(),
  with: Names.optional(),
  "with-result": z.literal(true, { error: "Write with-result: true, or leave it out." }).optional(),
  ...comparisonKeys,
  site: Names.optional(),
  because: Names.optional(),
  aged: ageBand("aged", {}).optional(),
  "not-during": Names.optional(),
};

const limits = ["within", "begun-within", "ended-within", "since"] as const;

/** How lately it must have been. */
export const limitKeys = {
  within: LookBackText.optional(),
  "begun-within": LookBackText.optional(),
  "ended-within": LookBackText.optional(),
  since: z.iso.date({ error: "Write a date as YYYY-MM-DD." }).optional(),
};

/** Something that happened, with everything that may narrow it. */
export function evidence(what: string) {
  return sound(shorthand({ ...limitKeys, ...particularKeys }, what));
}

/** Something in particular, at whatever time. */
export function particular(what: string) {
  return sound(shorthand(particularKeys, what));
}

/** Adds what no single key can say. */
export function sound<Schema extends z.ZodType<object>>(schema: Schema) {
  return schema
    .refine((asked) => countOf(asked, limits) < 2, {
      error: `Give one of ${limits.slice(0, -1).join(", ")} or ${limits.at(-1)}, not several.`,
    })
    .refine((asked) => comparisonsIn(asked) < 2, { error: oneComparison })
    .refine((asked) => !("unit" in asked) || comparisonsIn(asked) === 1, {
      error: "A unit goes with a comparison.",
    });
}

/** A look-back that ends with the day asked about. */
export const PlainLookBack = LookBackText.refine(
  (text) => parseLookBack(text)?.unit !== "first-months",
  { error: "Months of a year cannot be asked for here. Write this year or a span such as 1 year." },
);
