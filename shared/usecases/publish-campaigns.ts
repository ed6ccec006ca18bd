import type { ResolveMessage } from "#contracts/resolve-message";
import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { Origin } from "#domain/campaign/origin";
import type { OrganizationId } from "#domain/patient/profile";
import type { CampaignStore, Clock, ConceptStore, ResolutionStore, WorkQueue } from "#ports";
import { readLiveAudiences } from "./live-audiences.ts";

/** Slices of the population that are solved beside each other after a change of audience. */
const sliceCount = 8;

/** What campaigns were made of, by their ids; kept with the versions that they become. */
export type Origins = Readonly<Record<CampaignId, Origin>>;

export interface PublishPorts {
  readonly campaigns: Pick<CampaignStore, "live" | "version" | "publish">;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly resolutions: ResolutionStore;
  readonly queue: WorkQueue<ResolveMessage>;
  readonly clock: Clock;
}

/**
 * Makes campaigns live and, where that changed any audience, goal or concept, has everybody
 * solved again. To be called after concepts were saved too. A repeat publishes nothing twice and
 * hands slices that are not done to the queue once more, so it also heals a crash half-way.
 *
 * @returns the live versions, in the order given.
 */
export function createPublishCampaigns(ports: PublishPorts) {
  return async (
    organization: OrganizationId,
    campaigns: readonly Campaign[],
    origins: Origins = {},
  ): Promise<readonly number[]> => {
    const versions: number[] = [];
    for (const campaign of campaigns) {
      versions.push(await ports.campaigns.publish(organization, campaign, origins[campaign.id]));
    }
    const { digest } = await readLiveAudiences(ports, organization);
    let resolution = await ports.resolutions.current(organization);
    if (resolution?.digest !== digest) {
      const startedAt = ports.clock.now();
      resolution = {
        id: `${startedAt}-${digest}`,
        digest,
        startedAt,
        slices: Array.from({ length: sliceCount }, () => ({ solved: 0, isDone: false })),
      };
      await ports.resolutions.begin(organization, resolution);
    }
    const { id, slices } = resolution;
    await ports.queue.send(
      slices.flatMap(({ isDone }, slice) =>
        isDone ? [] : [{ schema: "resolve.v1", organization, resolution: id, slice } as const],
      ),
    );
    return versions;
  };
}
