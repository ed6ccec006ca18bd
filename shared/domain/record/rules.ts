import type { CampaignBook, CampaignId } from "../campaign/campaign.ts";
import type { StandingHalt } from "../contact/halt.ts";
import type { ContactPolicy } from "../contact/policy.ts";
import type { Organization } from "../patient/organization.ts";

/** All that a decision knows besides the record and the command. */
export interface Rules {
  readonly campaign: CampaignBook;
  readonly isPaused: (campaign: CampaignId) => boolean;
  /** What is stopped, by hand or by a breaker. */
  readonly halts: readonly StandingHalt[];
  readonly policy: ContactPolicy;
  readonly business: Organization["business"];
  /** Somebody answers emergencies outside business hours too. */
  readonly hasAfterHoursDesk: boolean;
}
