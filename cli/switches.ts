import type { Halt, Halted } from "#domain/contact/halt";
import type { Instant } from "#domain/time";
import type { CampaignStore, OrganizationDirectory } from "#ports";

/** What can be halted of one organization, in one region. */
export interface Switches {
  readonly organization: string;
  readonly organizations: Pick<OrganizationDirectory, "halts" | "halt" | "resume">;
  readonly campaigns: Pick<CampaignStore, "live" | "setPaused">;
}

export interface Held {
  readonly halted: readonly Halted[];
  /** Campaigns. */
  readonly paused: readonly string[];
  /** Words that name nothing: then nothing was done. */
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

const channels = ["sms", "voice", "email"] as const;

/** What is to be done to what, and when. */
export interface Turn {
  readonly verb: "halt" | "resume";
  /** Nothing: only what is held is told. */
  readonly what: readonly string[];
  readonly at: Instant;
}

/** Halts or resumes all that is named, or nothing where a name is unknown. */
export async function turnSwitches({ verb, what, at }: Turn, switches: Switches): Promise<Held> {
  const { organization, organizations, campaigns } = switches;
  const live = await campaigns.live(organization);
  const known = ["everything", ...channels, ...live.map(({ id }) => id)];
  const unknown = what.filter((one) => !known.includes(one));
  const isKnown = unknown.length === 0;
  for (const halt of isKnown ? what.filter(isHalt) : []) {
    if (verb === "resume") await organizations.resume(organization, halt, at);
    else await organizations.halt(organization, { what: halt, since: at, by: "person" });
  }
  for (const { id } of live.filter((campaign) => isKnown && what.includes(campaign.id))) {
    await campaigns.setPaused(organization, id, verb === "halt");
  }
  const halted = await organizations.halts(organization);
  return { halted, paused: pausedOf(await campaigns.live(organization)), unknown, known };
}

function pausedOf(live: Awaited<ReturnType<CampaignStore["live"]>>): readonly string[] {
  return live.filter(({ isPaused }) => isPaused).map(({ id }) => id);
}

function isHalt(word: string): word is Halt {
  return word === "everything" || channels.some((channel) => channel === word);
}
