import * as z from "zod";
import type { Condition as AnyCondition, ConditionKey } from "./condition.ts";
import { daysLeftBands } from "./days-left.ts";
import {
  ageBand,
  comparisonKeys,
  comparisonsIn,
  countOf,
  evidence,
  limitKeys,
  Names,
  oneComparison,
  only,
  PlainLookBack,
  particular,
  particularKeys,
  quoted,
  shorthand,
  sound,
} from "./evidence-schema.ts";
import { LookBackText, SpanText } from "./span-text.ts";

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

const AgeDays = z.union([z.enum(["year-start", "year-end"]), z.iso.date()], {
  error: "Write at: year-start, year-end or a date as YYYY-MM-DD, or leave it out.",
});

const Latest = only("latest", {
  of: Names,
  within: PlainLookBack.optional(),
  ...comparisonKeys,
  is: Names.optional(),
  which: z.enum(["lowest", "highest"], { error: "Write lowest or highest." }).optional(),
  "not-during": Names.optional(),
})
  .refine((latest) => comparisonsIn(latest) + countOf(latest, ["is"]) === 1, {
    error: `${oneComparison.slice(0, -1)}, or give is.`,
  })
  .refine((latest) => latest.is === undefined || countOf(latest, ["unit", "which"]) === 0, {
    error: "A coded value has no unit and no lowest or highest.",
  });

const AtLeast = sound(
  only("at-least", {
    count: z.int({ error: "Give a whole number." }).min(2, "Give 2 or more; one is any."),
    of: Names,
    ...limitKeys,
    on: z.literal("different-days", { error: "Write on: different-days." }).optional(),
    ...particularKeys,
  }),
);

const Followed = (what: string) =>
  only(what, {
    of: sound(shorthand({ "begun-within": PlainLookBack.optional(), ...particularKeys }, "of")),
    by: particular("by"),
    within: SpanText,
  });

const RuleName = z
  .string({ error: "Give the name of a rule." })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Name a rule in lower-case words joined by hyphens.");

/** A rule by its name; what it says is filled in when the file is loaded. */
const NamedRule = z.union(
  [
    RuleName,
    z.strictObject({
      name: RuleName,
      title: z.string().optional(),
      is: z.lazy(() => Condition),
    }),
  ],
  { error: "Give the name of a rule in campaigns/rules." },
);

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
  age: ageBand("age", { at: AgeDays.optional() }).optional(),
  any: evidence("any").optional(),
  each: evidence("each").optional(),
  none: evidence("none").optional(),
  filled: evidence("filled").optional(),
  ever: particular("ever").optional(),
  never: particular("never").optional(),
  "at-least": AtLeast.optional(),
  followed: Followed("followed").optional(),
  unfollowed: Followed("unfollowed").optional(),
  in: shorthand({ evidence: PlainLookBack.optional() }, "in").optional(),
  outside: shorthand({ evidence: PlainLookBack.optional() }, "outside").optional(),
  has: sound(shorthand({ within: LookBackText.optional(), ...particularKeys }, "has")).optional(),
  known: Names.optional(),
  latest: Latest.optional(),
  missing: shorthand({ within: PlainLookBack.optional() }, "missing").optional(),
  late: Late.optional(),
  pdc: Pdc.optional(),
  "days-left": DaysLeft.optional(),
  rule: NamedRule.optional(),
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
