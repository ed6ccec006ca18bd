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
  readonly campaigns: Pick<CampaignStore, "live" | "version">;
  readonly concepts: Pick<ConceptStore, "load">;
}

/**
 * The live campaigns and the concepts that they name, as they are now. A version never changes, so
 * those that are `known` are not read again.
 */
export async function readLiveAudiences(
  ports: LiveAudiencePorts,
  organization: OrganizationId,
  known: readonly Campaign[] = [],
): Promise<LiveAudiences> {
  const [live, concepts] = await Promise.all([
    ports.campaigns.live(organization),
    ports.concepts.load(organization),
  ]);
  const versions = live.map(
    ({ id, version }) =>
      known.find((campaign) => campaign.id === id && campaign.version === version) ??
      ports.campaigns.version(organization, id, version),
  );
  const campaigns = (await Promise.all(versions)).filter((campaign) => campaign !== undefined);
  const asked = campaigns.map((campaign) => written(campaign, askedBy));
  return {
    campaigns,
    concepts: conceptCatalog(concepts),
    digest: digest(`[[${asked.join(",")}],${written(concepts, (lists) => lists)}]`),
  };
}

function askedBy({ id, audience, goal }: Campaign) {
  return [id, audience, goal];
}

const remembered = new WeakMap<object, string>();

/** As JSON, which is written once for what is read once and digested again and again. */
function written<Read extends object>(read: Read, part: (read: Read) => unknown): string {
  const known = remembered.get(read);
  if (known !== undefined) return known;
  const text = JSON.stringify(part(read));
  remembered.set(read, text);
  return text;
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
    const now = await readLiveAudiences(ports, organization, audiences.campaigns);
    if (now.digest === audiences.digest) {
      if (done.status === "rejected") throw done.reason;
      return;
    }
    audiences = now;
  }
}
