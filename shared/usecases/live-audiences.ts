import { type Concepts, conceptCatalog } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { OrganizationId } from "#domain/patient/profile";
import { digest } from "#domain/record/digest";
import type { CampaignStore, ConceptStore } from "#ports";

/** What audiences are solved with. */
export interface LiveAudiences {
  readonly campaigns: readonly Campaign[];
  readonly concepts: Concepts;
  /** Differs when any audience, goal or concept does; words and steps do not matter. */
  readonly digest: string;
}

export interface LiveAudiencePorts {
  readonly campaigns: CampaignStore;
  readonly concepts: ConceptStore;
}

/** The live campaigns and the concepts that they name, as they are now. */
export async function readLiveAudiences(
  ports: LiveAudiencePorts,
  organization: OrganizationId,
): Promise<LiveAudiences> {
  const [live, concepts] = await Promise.all([
    ports.campaigns.live(organization),
    ports.concepts.load(organization),
  ]);
  const versions = live.map(({ id, version }) =>
    ports.campaigns.version(organization, id, version),
  );
  const campaigns = (await Promise.all(versions)).filter((campaign) => campaign !== undefined);
  const asked = campaigns.map(({ id, audience, goal }) => [id, audience, goal]);
  return {
    campaigns,
    concepts: conceptCatalog(concepts),
    digest: digest(JSON.stringify([asked, concepts])),
  };
}

/**
 * Does work that solves audiences, and once more when others were made live meanwhile. Whoever
 * writes an entry looks at what is live afterwards, so no entry of an old audience outlives both
 * its writer and the resolution that the new audience started. Work that failed has written too,
 * and who gives it again may find it superseded: so it is done again here, with what is live now.
 *
 * @throws what the work threw, when the audiences it was done on are still live.
 */
export async function onLiveAudiences(
  ports: LiveAudiencePorts,
  organization: OrganizationId,
  work: (audiences: LiveAudiences) => Promise<void>,
): Promise<void> {
  let audiences = await readLiveAudiences(ports, organization);
  for (;;) {
    const [done] = await Promise.allSettled([work(audiences)]);
    const now = await readLiveAudiences(ports, organization);
    if (now.digest === audiences.digest) {
      if (done.status === "rejected") throw done.reason;
      return;
    }
    audiences = now;
  }
}
