import type { ConceptStore, OrganizationDirectory } from "#ports";
import type { Publication } from "./plan-publication.ts";
import { createPublishCampaigns, type PublishPorts } from "./publish-campaigns.ts";

export interface PublicationResult {
  /** The live versions, in the order in which the campaigns were given. */
  readonly versions: readonly number[];
  /**
   * Whose audiences are solved again: everybody's, as something of it changed; the rest's, as an
   * earlier publication is not worked off yet; or nobody's.
   */
  readonly solved: "everybody" | "rest" | "nobody";
}

/**
 * Writes an organization's settings and concepts and makes its campaigns live. A repeat changes
 * nothing and goes on where a crash had ended it.
 * @throws Unrecoverable `organization/line-taken` when a line is another organization's.
 */
export function createPublishOrganization(
  ports: PublishPorts & {
    readonly organizations: OrganizationDirectory;
    readonly concepts: ConceptStore;
  },
) {
  const publishCampaigns = createPublishCampaigns(ports);
  return async (publication: Publication): Promise<PublicationResult> => {
    const { organization, concepts, campaigns, written = {} } = publication;
    const before = await ports.resolutions.current(organization.id);
    await ports.organizations.save(organization);
    await ports.concepts.save(organization.id, concepts);
    const at = ports.clock.now();
    const origins = Object.fromEntries(
      Object.entries(written).map(([id, files]) => [id, { ...files, at }]),
    );
    const versions = await publishCampaigns(organization.id, campaigns, origins);
    const after = await ports.resolutions.current(organization.id);
    if (after?.id !== before?.id) return { versions, solved: "everybody" };
    const isLeft = after?.slices.some(({ isDone }) => !isDone) ?? false;
    return { versions, solved: isLeft ? "rest" : "nobody" };
  };
}
