import * as z from "zod/mini";
import type { Campaign } from "../../domain/campaign/campaign.ts";

/**
 * A compiled campaign version as stored. It was checked when it was compiled and is immutable, so
 * reading looks at its outline only; loose, so that versions of other releases stay whole.
 */
const Outline = z.looseObject({
  id: z.string(),
  version: z.int().check(z.positive()),
  title: z.string(),
  review: z.string(),
  start: z.string(),
  steps: z.record(z.string(), z.looseObject({ kind: z.string() })),
  messages: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
});

export const StoredCampaign: z.ZodMiniType<Campaign> = z.pipe(
  Outline,
  z.transform((campaign) => campaign as unknown as Campaign),
);
