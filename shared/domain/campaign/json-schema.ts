import * as z from "zod";
import { CampaignDefinition } from "./definition.ts";

/**
 * The JSON Schema (draft 2020-12) of a `campaign.yaml`, for editors that complete keys. It knows
 * shapes only; `check` knows the rest.
 */
export function campaignJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(CampaignDefinition, { io: "input" });
}
