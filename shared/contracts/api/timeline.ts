import * as z from "zod/mini";
import { cursor, limit, moment } from "./shown.ts";

export const TimelineQuery = z.strictObject({
  /** Writes: several things that happened at once are never parted. */
  limit: z.exactOptional(limit),
  cursor: z.exactOptional(cursor),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/**
 * One thing that was done, withheld, heard or decided. `type` and the codes are the ledger's own
 * (`shared/domain/record/event.ts`); `words` says it as `rounds explain` does, in English.
 */
const TimelineEntry = z.object({
  at: moment,
  /** The write that it came with, and its place among its events: together they name the row. */
  revision: z.int(),
  index: z.int(),
  type: z.string(),
  words: z.string(),
  campaign: z.exactOptional(z.string()),
  step: z.exactOptional(z.string()),
  channel: z.exactOptional(z.string()),
  /** Why, as a code: `opted-out`, `hours`, `goal-met`. */
  reason: z.exactOptional(z.string()),
  /** The rule that said so, where it is not the reason itself. */
  rule: z.exactOptional(z.string()),
  outcome: z.exactOptional(z.string()),
  answer: z.exactOptional(z.string()),
  tier: z.exactOptional(z.string()),
  /** What the patient said, word for word, where it is a reply. */
  text: z.exactOptional(z.string()),
});

/** Latest first. */
export const TimelinePage = z.object({
  /** In which the times of `words` are written: the patient's own where it is known. */
  zone: z.string(),
  entries: z.array(TimelineEntry),
  cursor: z.exactOptional(cursor),
});
export type TimelinePage = z.infer<typeof TimelinePage>;
