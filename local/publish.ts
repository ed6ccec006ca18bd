import { createWorkQueue } from "#adapters/sqs/work-queue";
import { ResolveMessage } from "#contracts/resolve-message";
import type { Concept } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { OrganizationId } from "#domain/patient/profile";
import type { Environment } from "#infra/environments";
import type { Clock, WorkQueue } from "#ports";
import type { Publication } from "#usecases/plan-publication";
import { createPublishCampaigns } from "#usecases/publish-campaigns";
import { createPublishOrganization, type PublicationResult } from "#usecases/publish-organization";
import { oakClinic } from "./organization.ts";
import { localQueues, localStores, type StackAddress } from "./stores.ts";

/** What an organization works with: what its care managers have written. */
export interface Published {
  readonly campaigns: readonly Campaign[];
  /** Their files, from which drafts begin. */
  readonly written?: NonNullable<Publication["written"]>;
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
  stack: OpenStack,
  environment: Environment,
  published: Published,
): Promise<Organization> {
  const clinic = oakClinic(environment, published.notices);
  await publishOrganization(stack, { ...published, organization: clinic });
  return clinic;
}

/** Publishes an organization to a stack that runs, as `rounds publish` does to one on AWS. */
export function publishOrganization(
  { address, clock }: OpenStack,
  publication: Publication,
): Promise<PublicationResult> {
  return withQueue(address, (queue) => {
    const ports = { ...localStores(address), queue, clock };
    return createPublishOrganization(ports)(publication);
  });
}

/**
 * Publishes concepts to a stack that runs. Where that changes whom a campaign is for, everybody
 * already imported is solved again.
 */
export async function publishConcepts(
  { address, clock }: OpenStack,
  organization: OrganizationId,
  concepts: readonly Concept[],
): Promise<void> {
  const stores = localStores(address);
  await withQueue(address, async (queue) => {
    await stores.concepts.save(organization, concepts);
    await createPublishCampaigns({ ...stores, queue, clock })(organization, []);
  });
}

async function withQueue<Result>(
  address: StackAddress,
  work: (queue: WorkQueue<ResolveMessage>) => Promise<Result>,
): Promise<Result> {
  const client = localQueues(address);
  try {
    const url = address.importQueue;
    return await work(createWorkQueue({ client, url, contract: ResolveMessage }));
  } finally {
    client.destroy();
  }
}
