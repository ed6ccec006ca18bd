import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import type { Table } from "#adapters/dynamodb/table";
import { createMemoryCallDirectory } from "#adapters/memory/call-directory";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { createMemoryWorklist } from "#adapters/memory/worklist";
import type { DueMessage } from "#contracts/due-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import type { Campaign } from "#domain/campaign/campaign";
import type { ContactPolicy } from "#domain/contact/policy";
import { type Lane, lanes } from "#domain/record/due";
import { oak } from "../a-clinic.ts";

export type Stores = Awaited<ReturnType<typeof openStores>>;

/**
 * Where the clinic keeps everything. What workers write is on the real engine; campaigns and
 * settings, which nobody writes meanwhile, and the queues are in memory.
 */
export async function openStores(
  table: Table,
  campaigns: readonly Campaign[],
  policy: ContactPolicy,
) {
  const organizations = createMemoryOrganizationDirectory();
  await organizations.save({ ...oak, policy });
  const published = createMemoryCampaignStore();
  for (const campaign of campaigns) await published.publish("oak", campaign);
  return {
    organizations,
    campaigns: published,
    records: createRecordStore({ table, shards: 1 }),
    points: createPointDirectory(table),
    profiles: createProfileStore(table),
    replies: createReplyStore(table),
    facts: createFactStore(table),
    eligibility: createEligibilityIndex(table),
    calls: createMemoryCallDirectory(),
    worklist: createMemoryWorklist(),
    urgent: createMemoryWorkQueue<UrgentMessage>(),
    queues: Object.fromEntries(
      lanes.map((lane) => [lane, createMemoryWorkQueue<DueMessage>()]),
    ) as Readonly<Record<Lane, ReturnType<typeof createMemoryWorkQueue<DueMessage>>>>,
  };
}
