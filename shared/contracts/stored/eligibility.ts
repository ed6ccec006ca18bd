import * as z from "zod";
import type { EligibilityEntry } from "../../domain/audience/eligibility.ts";

/** One eligibility entry as stored. All days are counted from 1970-01-01. */
export const StoredEligibility: z.ZodType<EligibilityEntry> = z.object({
  campaign: z.string(),
  version: z.int(),
  from: z.int(),
  through: z.int().exactOptional(),
  startsOn: z.int().exactOptional(),
  nextFrom: z.int().exactOptional(),
  episode: z.string().exactOptional(),
});
