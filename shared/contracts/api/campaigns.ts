import * as z from "zod/mini";
import { purposes } from "../../domain/campaign/purpose.ts";
import { campaignId, version } from "../ids.ts";

/** One published campaign, as its live version says. */
export const PublishedCampaign = z.object({
  id: campaignId,
  version,
  title: z.string(),
  owner: z.string(),
  purpose: z.enum(purposes),
  /** Clinical review date, `YYYY-MM-DD`: past it nobody is enrolled. */
  review: z.string(),
  /** 0…100; the higher goes first. */
  priority: z.number(),
  /** Share of the eligible who are not contacted, 0…0.5. */
  holdout: z.number(),
  /** Paused: nobody is contacted for it until it is taken up again. */
  state: z.enum(["running", "paused"]),
});
export type PublishedCampaign = z.infer<typeof PublishedCampaign>;

/** By id. */
export const PublishedCampaigns = z.object({ campaigns: z.array(PublishedCampaign) });
