import { formatTaskRef } from "#contracts/api/task-ref";
import type { TaskRow } from "#contracts/api/tasks";
import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { OrganizationId } from "#domain/patient/profile";
import type { WorklistEntry } from "#domain/task/claim";
import { taskWords } from "#domain/task/words";
import { formatInstant } from "#domain/time";
import type { CampaignStore, Clock } from "#ports";
import { fresh } from "../fresh.ts";

/** The campaign as it is pinned, or else as it is live. */
export type FindCampaign = (
  organization: OrganizationId,
  campaign: CampaignId,
  version?: number,
) => Promise<Campaign | undefined>;

/**
 * Versions are immutable and kept for good; which one is live may be 15 seconds old. Fifty rows of one
 * page that ask for the same at once ask once.
 */
export function createFindCampaign(
  campaigns: Pick<CampaignStore, "live" | "version">,
  clock: Clock,
): FindCampaign {
  const live = fresh(clock, (organization) => campaigns.live(organization));
  const known = new Map<string, Promise<Campaign | undefined>>();
  return async (organization, campaign, pinned) => {
    const version = pinned ?? (await live(organization)).find(({ id }) => id === campaign)?.version;
    if (version === undefined) return undefined;
    const key = `${organization}#${campaign}#${version}`;
    const asked = known.get(key) ?? campaigns.version(organization, campaign, version);
    known.set(key, asked);
    const found = await asked.catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
    // What is not there may be published yet.
    if (found === undefined) known.delete(key);
    return found;
  };
}

export type ShowTask = (entry: WorklistEntry, user: string) => Promise<TaskRow>;

/** A task as the worklist shows it to that member of staff. */
export function createShowTask(findCampaign: FindCampaign): ShowTask {
  return async ({ listed, version, claim }, user) => {
    const { organization, patient, task, language, needs } = listed;
    const { id, reason, queue, priority, openedAt, deadline, raised, holds, enrollment: of } = task;
    const campaign = of && (await findCampaign(organization, of.campaign, listed.version));
    return {
      task: formatTaskRef({ patient, id }),
      ...{ patient, reason, queue, priority, raised, holds, language, version },
      words: taskWords(reason, campaign),
      openedAt: formatInstant(openedAt),
      deadline: formatInstant(deadline),
      needs: { interpreter: needs.interpreter === true, relay: needs.tty === true },
      ...(of && campaign ? { enrollment: { ...nameOf(campaign), episode: of.episode } } : {}),
      ...(claim
        ? {
            claim: {
              ...{ user: claim.user, name: claim.name, isMine: claim.user === user },
              since: formatInstant(claim.since),
            },
          }
        : {}),
    };
  };
}

export function nameOf({ id, title, version }: Campaign): {
  readonly campaign: CampaignId;
  readonly title: string;
  readonly version: number;
} {
  return { campaign: id, title, version };
}
