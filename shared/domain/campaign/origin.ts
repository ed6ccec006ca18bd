import type { Instant } from "../time.ts";

/**
 * The files of a campaign as somebody wrote them, comments and all, by their names within its
 * folder: `campaign.yaml`, `messages/en.yaml`, and `rules/<name>.yaml` of each rule that it names.
 */
export type CampaignTexts = Readonly<Record<string, string>>;

/** Who of the staff did something to a campaign, when, and in their words why. */
export interface Deed {
  /** Opaque and never given to another person. */
  readonly user: string;
  /** As colleagues know them. */
  readonly name: string;
  readonly at: Instant;
  readonly why?: string;
}

/** What the files do not say and their check must know. */
export interface LinkedTo {
  /** The organization's own domains, in lower case. */
  readonly domains: readonly string[];
  /** Its name for the pages that patients open. */
  readonly pages?: string;
}

/** A campaign as it is written. */
export interface Written {
  readonly texts: CampaignTexts;
  readonly links?: LinkedTo;
}

/** What a published version was made of, and by whom. Kept beside it for good. */
export interface Origin extends Written {
  readonly at: Instant;
  /** Absent of what `rounds publish` wrote: whoever holds the deployment's keys. */
  readonly staff?: {
    /** The number that the draft had when it was approved. */
    readonly draft: number;
    readonly submitted: Deed;
    readonly published: Deed;
  };
}
