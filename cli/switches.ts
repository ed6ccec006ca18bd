import type { Halt } from "#domain/contact/halt";
import type { CampaignStore, OrganizationDirectory } from "#ports";

/** What can be halted of one organization, in one region. */
export interface Switches {
  readonly organization: string;
  readonly organizations: Pick<OrganizationDirectory, "halts" | "setHalts">;
  readonly campaigns: Pick<CampaignStore, "live" | "setPaused">;
}

export interface Held {
  readonly halted: readonly Halt[];
  /** Campaigns. */
  readonly paused: readonly string[];
  /** Words that name nothing: then nothing was done. */
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

const channels = ["sms", "voice", "email"] as const;

/** Halts or resumes all that is named, or nothing where a name is unknown. */
export async function turnSwitches(
  verb: "halt" | "resume",
  what: readonly string[],
  { organization, organizations, campaigns }: Switches,
): Promise<Held> {
  const live = await campaigns.live(organization);
  const before = await organizations.halts(organization);
  const known = ["everything", ...channels, ...live.map(({ id }) => id)];
  const unknown = what.filter((one) => !known.includes(one));
  if (unknown.length > 0) return { halted: before, paused: pausedOf(live), unknown, known };
  const named = what.filter(isHalt);
  const others = before.filter((halt) => !named.includes(halt));
  const halted = verb === "halt" ? [...others, ...named] : others;
  if (named.length > 0) await organizations.setHalts(organization, halted);
  for (const { id } of live.filter((campaign) => what.includes(campaign.id))) {
    await campaigns.setPaused(organization, id, verb === "halt");
  }
  return { halted, paused: pausedOf(await campaigns.live(organization)), unknown, known };
}

function pausedOf(live: Awaited<ReturnType<CampaignStore["live"]>>): readonly string[] {
  return live.filter(({ isPaused }) => isPaused).map(({ id }) => id);
}

function isHalt(word: string): word is Halt {
  return word === "everything" || channels.some((channel) => channel === word);
}
