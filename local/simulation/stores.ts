import { createMemoryCallDirectory } from "#adapters/memory/call-directory";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { createMemoryEligibilityIndex } from "#adapters/memory/eligibility-index";
import { createMemoryFactStore } from "#adapters/memory/fact-store";
import { createMemoryLedgerStore } from "#adapters/memory/ledger-store";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryPaceStore } from "#adapters/memory/pace-store";
import { createMemoryPointDirectory } from "#adapters/memory/point-directory";
import { createMemoryProfileStore } from "#adapters/memory/profile-store";
import { createMemoryRecordStore } from "#adapters/memory/record-store";
import { createMemoryReplyStore } from "#adapters/memory/reply-store";
import { createMemoryResolutionStore } from "#adapters/memory/resolution-store";
import { createMemoryWorklist } from "#adapters/memory/worklist";
import type { PointId } from "#domain/patient/contact-point";
import { allPoints, type OrganizationId, type PatientId } from "#domain/patient/profile";
import type { PointDirectory, ProfileStore, RecordChange } from "#ports";

/** Of the due index. */
export const shards = 1;

export type Stores = ReturnType<typeof openStores>;

/**
 * Where the clinic keeps everything, in memory, by the adapters that pass the contract suite of the
 * real ones. Each write is done whole and at once; what goes wrong goes wrong on the way to it.
 */
export function openStores(
  organization: OrganizationId,
  published: (change: RecordChange) => void,
) {
  const addresses = new Map<PointId, string>();
  const owners = new Map<PointId, Set<PatientId>>();
  return {
    organization,
    records: createMemoryRecordStore({ shards, published }),
    points: withOwners(createMemoryPointDirectory(), owners),
    profiles: withAddresses(createMemoryProfileStore(), addresses),
    replies: createMemoryReplyStore(),
    facts: createMemoryFactStore(),
    eligibility: createMemoryEligibilityIndex(),
    campaigns: createMemoryCampaignStore(),
    concepts: createMemoryConceptStore(),
    organizations: createMemoryOrganizationDirectory(),
    resolutions: createMemoryResolutionStore(),
    calls: createMemoryCallDirectory(),
    paces: createMemoryPaceStore(),
    ledger: createMemoryLedgerStore(),
    worklist: createMemoryWorklist(),
    /** Of a point that any profile ever named. */
    addressOf: (point: PointId): string | undefined => addresses.get(point),
    /** How many people are found there now. */
    ownersOf: (point: PointId): number => owners.get(point)?.size ?? 0,
  };
}

function withOwners(real: PointDirectory, owners: Map<PointId, Set<PatientId>>): PointDirectory {
  return {
    ...real,
    async link(organization, point, patient) {
      await real.link(organization, point, patient);
      owners.set(point, (owners.get(point) ?? new Set()).add(patient));
    },
    async unlink(organization, point, patient) {
      await real.unlink(organization, point, patient);
      owners.get(point)?.delete(patient);
    },
  };
}

function withAddresses<Profiles extends ProfileStore>(
  real: Profiles,
  addresses: Map<PointId, string>,
): Profiles {
  return {
    ...real,
    async save(profile) {
      await real.save(profile);
      for (const { id, address } of allPoints(profile)) addresses.set(id, address);
    },
  };
}
