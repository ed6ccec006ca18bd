import * as z from "zod";
import { parseLookBack } from "./look-back.ts";
import { spanShape } from "./span.ts";

/** A look-back as a campaign file writes it, with what to write instead where it is none. */
export const LookBackText = z
  .string({ error: "Give a span such as 27 months." })
  .refine((text) => parseLookBack(text) !== undefined, {
    error: (issue) =>
      `"${String(issue.input)}" is not a span to look back. Write a whole number and days, weeks, months, years or calendar years: 27 months. Or write this year, or first 6 months of this year.`,
  })
  .meta({
    pattern:
      "^([0-9]{1,4} (day|week|month|year|calendar year)s?|this year|first [0-9]{1,2} months? of this year)$",
    examples: ["27 months", "this year"],
  });

/** A span as a campaign file writes it. */
export const SpanText = z
  .string({ error: "Give a span such as 90 days." })
  .regex(spanShape, "Give a whole number and days, weeks, months or years: 90 days.");
