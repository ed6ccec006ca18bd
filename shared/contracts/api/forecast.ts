import * as z from "zod/mini";
import { campaignId } from "../ids.ts";
import { channel, date } from "./shown.ts";

/** A whole number as a query writes it. */
function digits(most: number, least = 1) {
  return z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)),
    z.int().check(z.minimum(least), z.maximum(most)),
  );
}

/** A quarter: further ahead what is on file says little. */
export const forecastDaysMax = 92;

/** Into how many parts a population may be taken; two million people, at five hundred a part. */
export const forecastPartsMax = 4_096;

/** Query of `GET /v1/campaigns/{family}/{name}/forecast`: one part of the population. */
export const ForecastQuery = z.strictObject({
  /** The first day; from `records`, a day to come. */
  on: date,
  days: digits(forecastDaysMax),
  /**
   * `records`: from where everybody stands. `new`: as if nobody had been contacted yet, as the command
   * counts.
   */
  from: z.enum(["records", "new"]),
  answers: z.enum(["silence", "likely"]),
  /** The live one where none is named. */
  version: z.exactOptional(digits(999_999)),
  /** Parts are disjoint, and together everybody: 0 … `of` − 1. */
  part: digits(forecastPartsMax - 1, 0),
  of: digits(forecastPartsMax),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

const count = z.int().check(z.nonnegative());

const Reasons = z.array(z.object({ reason: z.string(), count }));

/** As `shared/domain/forecast/tally.ts` counts; each group adds up. */
export const ForecastCountsShown = z.object({
  patients: count,
  inAudience: count,
  entered: count,
  keptOut: Reasons,
  midway: count,
  enrollments: count,
  ended: Reasons,
  underWay: count,
  planned: count,
  made: count,
  withheld: Reasons,
  waiting: count,
  entering: z.array(z.object({ day: date, enrollments: count })),
  touches: z.array(
    z.object({
      ...{ day: date, lane: channel, language: z.string() },
      ...{ touches: count, notices: count, units: count },
    }),
  ),
  tasks: z.array(z.object({ day: date, queue: z.string(), tasks: count })),
});
export type ForecastCountsShown = z.infer<typeof ForecastCountsShown>;

/** Answer: what comes of this part of the population. */
export const ForecastPart = z.object({
  campaign: z.object({ id: campaignId, version: z.int(), title: z.string() }),
  /** False where there were more people in the part than one request can look at: ask smaller ones. */
  isWhole: z.boolean(),
  counts: ForecastCountsShown,
  /** Concepts that no live campaign asks about: what is on file of them was not kept. */
  blind: z.array(z.string()),
});
export type ForecastPart = z.infer<typeof ForecastPart>;
