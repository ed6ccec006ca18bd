import * as z from "zod/mini";
import type { EligibilityEntry } from "../../domain/audience/eligibility.ts";

/** One eligibility entry as stored. All days are counted from 1970-01-01. */
export const StoredEligibility: z.ZodMiniType<EligibilityEntry> = z.object({
  campaign: z.string(),
  version: z.int(),
  from: z.int(),
  through: z.exactOptional(z.int()),
  startsOn: z.exactOptional(z.int()),
  nextFrom: z.exactOptional(z.int()),
  episode: z.exactOptional(z.string()),
});
