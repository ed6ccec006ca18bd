import { createWorkQueue } from "#adapters/sqs/work-queue";
import { ResolveMessage } from "#contracts/resolve-message";
import type { Concept } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { OrganizationId } from "#domain/patient/profile";
import type { Environment } from "#infra/environments";
import type { Clock } from "#ports";
import { createPublishCampaigns } from "#usecases/publish-campaigns";
import { oakClinic } from "./organization.ts";
import { localQueues, localStores, type StackAddress } from "./stores.ts";

/** What an organization works with: what its care managers have written. */
export interface Published {
  readonly campaigns: readonly Campaign[];
  readonly concepts: readonly Concept[];
  readonly notices: NoticeBook;
}

/** A stack that runs, and its time. */
export interface OpenStack {
  readonly address: StackAddress;
  readonly clock: Clock;
}

/** Opens the clinic on a stack: its settings, its concepts, its campaigns. */
export async function openClinic(
  { address, clock }: OpenStack,
  environment: Environment,
  published: Published,
): Promise<Organization> {
  const clinic = oakClinic(environment, published.notices);
  await localStores(address).organizations.save(clinic);
  await publish({ address, clock }, clinic.id, published);
  return clinic;
}

/**
 * Publishes concepts and campaigns to a stack that runs. Where that changes whom a campaign is
 * for, everybody already imported is solved again.
 */
export async function publish(
  { address, clock }: OpenStack,
  organization: OrganizationId,
  { concepts, campaigns }: Pick<Published, "concepts" | "campaigns">,
): Promise<void> {
  const stores = localStores(address);
  const client = localQueues(address);
  try {
    await stores.concepts.save(organization, concepts);
    const queue = createWorkQueue({ client, url: address.importQueue, contract: ResolveMessage });
    await createPublishCampaigns({ ...stores, queue, clock })(organization, campaigns);
  } finally {
    client.destroy();
  }
}
