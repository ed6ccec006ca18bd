import * as z from "zod";
import type { Outcome } from "../runtime/outcome.ts";

const Answer = z.looseObject({
  batchItemFailures: z
    .array(z.looseObject({ itemIdentifier: z.string().min(1) }))
    .nullish()
    .transform((failures) => failures ?? []),
});

/**
 * Which of a batch's items the function failed (Lambda guide, "Implementing partial batch
 * responses"): an error fails all; without `ReportBatchItemFailures` any answer is success; an
 * answer that cannot be read or names an item that was not in the batch fails all.
 */
export function failedItems(
  outcome: Outcome,
  items: readonly string[],
  reports: boolean,
): readonly string[] {
  if (!outcome.ok) return items;
  if (!reports || outcome.answer === null || outcome.answer === undefined) return [];
  const parsed = Answer.safeParse(outcome.answer);
  if (!parsed.success) return items;
  const failed = new Set(parsed.data.batchItemFailures.map((failure) => failure.itemIdentifier));
  const isKnown = [...failed].every((item) => items.includes(item));
  return isKnown ? items.filter((item) => failed.has(item)) : items;
}
