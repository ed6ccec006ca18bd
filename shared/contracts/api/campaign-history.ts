import * as z from "zod/mini";
import { campaignId, version } from "../ids.ts";
import { moment } from "./shown.ts";

/** Who, when and why; an address by which somebody signs in is how colleagues know them. */
const Deed = z.object({ name: z.string(), at: moment, why: z.exactOptional(z.string()) });

const PublishedVersionShown = z.object({
  version,
  at: moment,
  /** Who asked for it and who approved. Absent: published by `rounds publish`. */
  submitted: z.exactOptional(Deed),
  published: z.exactOptional(Deed),
});
export type PublishedVersionShown = z.infer<typeof PublishedVersionShown>;

/** The latest first. Versions of which nothing is kept are not there. */
export const CampaignHistory = z.object({
  campaign: campaignId,
  versions: z.array(PublishedVersionShown),
});

const texts = z.record(z.string(), z.string());

/** One version's files, and those of the one before it as far as they are kept. */
export const VersionShown = z.object({
  ...PublishedVersionShown.shape,
  texts,
  before: z.exactOptional(z.object({ version, texts })),
});
export type VersionShown = z.infer<typeof VersionShown>;
