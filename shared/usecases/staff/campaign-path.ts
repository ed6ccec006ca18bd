import type { CampaignId } from "#domain/campaign/campaign";

/** A campaign as the paths of the staff API name it. */
export interface CampaignPath {
  readonly family: string;
  readonly name: string;
}

export function campaignAt({ family, name }: CampaignPath): CampaignId {
  return `${family}/${name}`;
}
