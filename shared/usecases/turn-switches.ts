import { type Halt, type Halted, isHalt } from "#domain/contact/halt";
import { channels } from "#domain/patient/contact-point";
import type { OrganizationId } from "#domain/patient/profile";
import type { CampaignControl, CampaignStore, Clock, OrganizationDirectory } from "#ports";

/** What can be halted of one organization, in one region. */
export interface SwitchPorts {
  readonly organizations: Pick<OrganizationDirectory, "halts" | "halt" | "resume">;
  readonly campaigns: Pick<CampaignStore, "live" | "setPaused">;
  readonly clock: Clock;
}

export interface Held {
  readonly halted: readonly Halted[];
  /** Campaigns. */
  readonly paused: readonly string[];
  /** Words that name nothing: then nothing was done. */
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

/** What is to be done to what. */
export interface Turn {
  readonly verb: "halt" | "resume";
  /** `everything`, channels and campaigns. Nothing: only what is held is told. */
  readonly what: readonly string[];
  /** Who of the staff does it, where somebody is signed in. */
  readonly user?: string;
}

/**
 * Halts or resumes all that is named, or nothing where a name is unknown; and tells what is held now.
 * Workers read it when they take a contact up, at most fifteen seconds old. A repeat changes nothing.
 */
export function createTurnSwitches({ organizations, campaigns, clock }: SwitchPorts) {
  const turnOne = async (organization: OrganizationId, what: Halt, { verb, user }: Turn) => {
    const at = clock.now();
    if (verb === "resume") return organizations.resume(organization, what, at);
    const halted = {
      what,
      since: at,
      by: "person",
      ...(user === undefined ? {} : { user }),
    } as const;
    await organizations.halt(organization, halted);
  };
  return async (organization: OrganizationId, turn: Turn): Promise<Held> => {
    const live = await campaigns.live(organization);
    const known = ["everything", ...channels, ...live.map(({ id }) => id)];
    const unknown = turn.what.filter((one) => !known.includes(one));
    const what = unknown.length === 0 ? turn.what : [];
    for (const halt of what.filter(isHalt)) await turnOne(organization, halt, turn);
    for (const { id } of live.filter((campaign) => what.includes(campaign.id))) {
      await campaigns.setPaused(organization, id, turn.verb === "halt");
    }
    const halted = await organizations.halts(organization);
    const paused = pausedOf(what.length === 0 ? live : await campaigns.live(organization));
    return { halted, paused, unknown, known };
  };
}

function pausedOf(live: readonly CampaignControl[]): readonly string[] {
  return live.filter(({ isPaused }) => isPaused).map(({ id }) => id);
}
