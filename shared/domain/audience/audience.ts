import * as z from "zod";
import type { Condition as AnyCondition, ConditionKey } from "./condition.ts";
import { daysLeftBands } from "./days-left.ts";
import { LookBackText } from "./look-back.ts";

/**
 * The audience language: whom a campaign is for, and when. Every condition is one key, so that a
 * rule reads aloud, and every condition is a question about one day:
 *
 * ```yaml
 * all:
 *   - sex: female
 *   - age: { from: 42, through: 74 }
 *   - none: { of: mammogram, within: 27 months }
 *   - never: { of: bilateral-mastectomy }
 *   - outside: [hospice, palliative-care]
 * ```
 *
 * A concept name alone is short for `{ of: name }`; a list of names means any of them.
 */
export type Audience = AnyCondition;

const ConceptName = z
  .string({ error: "Give the name of a concept." })
  .regex(/^\S(.*\S)?$/, "Give the name of a concept.");

const Names = z
  .preprocess(
    (names) => (Array.isArray(names) ? names : [names]),
    z.array(ConceptName).min(1, "Name at least one concept."),
  )
  .meta({ type: ["string", "array"] });

/** Reads `mammogram` and `[a, b]` as `{ of: … }`. */
function shorthand<Shape extends z.core.$ZodShape>(shape: Shape, what: string) {
  return z
    .preprocess(
      (given) => (typeof given === "string" || Array.isArray(given) ? { of: given } : given),
      only(what, { of: Names, ...shape }),
    )
    .meta({ type: ["string", "array", "object"], items: { type: "string" } });
}

/** A strict object whose errors name the wrong key and the keys that would be right. */
function only<Shape extends z.core.$ZodShape>(what: string, shape: Shape) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${quoted(issue["keys"])} is not known in ${what}. Use ${keys}.`
        : `Write ${what} as an object with ${keys}.`,
  });
}

function quoted(keys: unknown): string {
  return Array.isArray(keys) ? keys.map((key) => `"${String(key)}"`).join(", ") : "This key";
}

function countOf(value: object, keys: readonly string[]): number {
  return keys.filter((key) => key in value).length;
}

const Years = z.int("Give whole years.").min(0, "Give 0 or more.").max(130, "Give 130 or fewer.");

const Age = only("age", {
  from: Years.optional(),
  through: Years.optional(),
  at: z.literal("year-end", { error: "Write at: year-end, or leave it out." }).optional(),
})
  .refine((age) => age.from !== undefined || age.through !== undefined, {
    error: "Give from, through or both.",
  })
  .refine((age) => (age.from ?? 0) <= (age.through ?? Number.POSITIVE_INFINITY), {
    error: "The age goes from the lower to the higher.",
  });

const DateText = z.iso.date({ error: "Write a date as YYYY-MM-DD." });

const Evidence = (what: string) =>
  shorthand({ within: LookBackText.optional(), since: DateText.optional() }, what).refine(
    (evidence) => countOf(evidence, ["within", "since"]) < 2,
    { error: "Give within or since, not both." },
  );

const comparisons = ["above", "below", "at-least", "at-most"] as const;
const Amount = z.number({ error: "Give a number." });

const Latest = only("latest", {
  of: Names,
  within: LookBackText.optional(),
  above: Amount.optional(),
  below: Amount.optional(),
  "at-least": Amount.optional(),
  "at-most": Amount.optional(),
  unit: z.string({ error: "Give the unit as text." }).optional(),
  which: z.enum(["lowest", "highest"], { error: "Write lowest or highest." }).optional(),
}).refine((latest) => countOf(latest, comparisons) === 1, {
  error: `Compare with exactly one of ${comparisons.join(", ")}.`,
});

const DaysText = z
  .string({ error: "Give a number of days such as 3 days." })
  .regex(/^\d{1,4} days?$/, "Give a number of days such as 3 days.");

const Late = only("late", {
  of: Names,
  by: only("by", { from: DaysText, through: DaysText.optional() }).refine(
    (by) => Number.parseInt(by.from, 10) <= Number.parseInt(by.through ?? "9999", 10),
    { error: "The lateness goes from fewer days to more." },
  ),
  overlap: z.enum(["shift", "union"], { error: "Write shift or union." }).optional(),
  "orders-last": DaysText.optional(),
});

const PercentText = z
  .string({ error: "Give a share such as 80 %." })
  .regex(/^\d{1,2}(\.\d{1,2})? ?%$/, "Give a share such as 80 %.");

const supplyKeys = {
  overlap: z.enum(["shift", "union"], { error: "Write shift or union." }).optional(),
  "same-day": z.enum(["sum", "max"], { error: "Write sum or max." }).optional(),
  "carry-in": z.boolean({ error: "Write true or false." }).optional(),
};

const Pdc = only("pdc", {
  of: Names,
  over: z
    .preprocess((over) => (over === "this year" ? "1 calendar year" : over), LookBackText)
    .meta({ pattern: "^(this year|[0-9]{1,4} (day|week|month|year|calendar year)s?)$" })
    .optional(),
  below: PercentText.optional(),
  "at-least": PercentText.optional(),
  ...supplyKeys,
  "except-in": Names.optional(),
  treated: DaysText.optional(),
  fills: z.int({ error: "Give a whole number." }).min(1, "Give 1 or more.").optional(),
})
  .refine((pdc) => countOf(pdc, ["below", "at-least"]) === 1, {
    error: "Compare with exactly one of below, at-least.",
  })
  .refine((pdc) => !pdc["carry-in"] || /calendar/.test(pdc.over ?? "calendar"), {
    error: "carry-in goes with over: this year, or with calendar years.",
  });

const DaysLeftStates = z.enum(
  daysLeftBands.map(({ state }) => state),
  { error: `Write one of ${daysLeftBands.map(({ state }) => state).join(", ")}.` },
);
const WholeDays = z.int({ error: "Give a whole number of days." });

const DaysLeft = only("days-left", {
  of: Names,
  "at-most": WholeDays.optional(),
  "at-least": WholeDays.optional(),
  is: z
    .preprocess(
      (states) => (Array.isArray(states) ? states : [states]),
      z.array(DaysLeftStates).min(1, "Name at least one."),
    )
    .meta({ type: ["string", "array"] })
    .optional(),
  share: PercentText.optional(),
  ...supplyKeys,
}).refine((left) => countOf(left, ["at-most", "at-least", "is"]) > 0, {
  error: "Give at-most, at-least or is.",
});

const Conditions = (what: string) =>
  z
    .array(
      z.lazy(() => Condition),
      { error: `Write ${what} as a list of conditions.` },
    )
    .min(1, `Give ${what} at least one condition.`)
    .optional();

const shapes = {
  all: Conditions("all"),
  "any-of": Conditions("any-of"),
  not: z.lazy(() => Condition).optional(),
  sex: z.enum(["female", "male"], { error: "Write female or male." }).optional(),
  age: Age.optional(),
  any: Evidence("any").optional(),
  none: Evidence("none").optional(),
  filled: Evidence("filled").optional(),
  ever: shorthand({}, "ever").optional(),
  never: shorthand({}, "never").optional(),
  in: shorthand({ evidence: LookBackText.optional() }, "in").optional(),
  outside: shorthand({ evidence: LookBackText.optional() }, "outside").optional(),
  has: Names.optional(),
  known: Names.optional(),
  latest: Latest.optional(),
  missing: shorthand({ within: LookBackText.optional() }, "missing").optional(),
  late: Late.optional(),
  pdc: Pdc.optional(),
  "days-left": DaysLeft.optional(),
} satisfies Record<ConditionKey, z.ZodType>;

/** The keys a condition can have, in the order in which they are taught. */
export const conditionKeys = Object.keys(shapes) as readonly ConditionKey[];

const Condition: z.ZodType<AnyCondition> = z
  .strictObject(shapes, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${quoted(issue["keys"])} is not a condition. Use one of ${conditionKeys.join(", ")}.`
        : `Write a condition as one of ${conditionKeys.join(", ")}.`,
  })
  .refine((condition) => Object.keys(condition).length === 1, {
    // A wrong key has been reported already; counting the right ones would only say it twice.
    when: (payload) => payload.issues.length === 0,
    error: `A condition has exactly one key. Join several with all: or any-of:.`,
  })
  .meta({
    id: "Condition",
    minProperties: 1,
    maxProperties: 1,
  }) as unknown as z.ZodType<AnyCondition>;

/**
 * Reads the `audience:` and `goal:` of a campaign file. The output spells the short forms out;
 * reading its own output again changes nothing.
 */
export const Audience: z.ZodType<Audience> = Condition;
