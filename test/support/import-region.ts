import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { createMemoryEligibilityIndex } from "#adapters/memory/eligibility-index";
import { createMemoryFactStore } from "#adapters/memory/fact-store";
import { createMemoryFileStore } from "#adapters/memory/file-store";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryPointDirectory } from "#adapters/memory/point-directory";
import { createMemoryProfileStore } from "#adapters/memory/profile-store";
import { createMemoryRecordStore } from "#adapters/memory/record-store";
import { createMemoryResolutionStore } from "#adapters/memory/resolution-store";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import type { ResolveMessage } from "#contracts/resolve-message";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Instant } from "#domain/time";
import type {
  CampaignStore,
  EligibilityIndex,
  FactStore,
  PatientDirectory,
  ProfileStore,
  RecordChange,
} from "#ports";
import { createAct } from "#usecases/act";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createImportPatients } from "#usecases/import-patients";
import { createPublishCampaigns } from "#usecases/publish-campaigns";
import { createReadRules } from "#usecases/read-rules";
import { createReconcile } from "#usecases/reconcile";
import { createResolveNow } from "#usecases/resolve-now";
import { createResolvePatient } from "#usecases/resolve-patient";
import { createResolvePatients } from "#usecases/resolve-patients";
import { createSettlePatient } from "#usecases/settle-patient";
import { campaign } from "./a-campaign.ts";
import { at } from "./a-record.ts";

/** Noon of the day on which the tests import. */
export const noon: Instant = at("2026-11-23T12:00:00-05:00");

interface RegionStores {
  readonly campaigns: CampaignStore;
  readonly profiles: ProfileStore & PatientDirectory;
  readonly facts: FactStore;
  readonly eligibility: EligibilityIndex;
}

/** A region in memory with one clinic and one campaign: diabetics without an HbA1c for 190 days. */
export async function importRegion(overrides: Partial<RegionStores> = {}) {
  const changes: RecordChange[] = [];
  const clock = createManualClock(noon);
  const campaigns = overrides.campaigns ?? createMemoryCampaignStore();
  const organizations = createMemoryOrganizationDirectory();
  const records = createMemoryRecordStore({ published: (change) => changes.push(change) });
  const act = createAct({
    records,
    readRules: createReadRules({ campaigns, organizations, clock }),
  });
  const profiles = overrides.profiles ?? createMemoryProfileStore();
  const stores = {
    campaigns,
    organizations,
    clock,
    profiles,
    patients: profiles,
    facts: createMemoryFactStore(),
    eligibility: createMemoryEligibilityIndex(),
    points: createMemoryPointDirectory(),
    concepts: createMemoryConceptStore(),
    resolutions: createMemoryResolutionStore(),
    files: createMemoryFileStore(),
    ...overrides,
  };
  const settle = createSettlePatient({ act, eligibility: stores.eligibility });
  const resolvePatient = createResolvePatient({ ...stores, settle });
  const queue = createMemoryWorkQueue<ResolveMessage>();
  const ports = { ...stores, act, settle, resolvePatient };
  await organizations.save({
    id: "oak",
    name: "Oak Clinic",
    phone: "+16175550100",
    lines: ["+16175550100"],
    postalAddress: "1 Oak Street, Boston, MA 02108",
    business: { zone: "America/New_York", opens: "08:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: true,
    policy: defaultPolicy,
    notices: {},
  });
  await ports.concepts.save("oak", [
    { name: "hba1c", codes: ["loinc|4548-4"] },
    { name: "diabetes", codes: ["icd10cm|E11.*"] },
  ]);
  await campaigns.publish(
    "oak",
    campaign({
      id: "lab-reminder/hba1c",
      audience: { all: [{ has: "diabetes" }, { none: { of: "hba1c", within: "190 days" } }] },
      goal: { any: { of: "hba1c", within: "1 month" } },
    }),
  );
  const importPatients = createImportPatients(ports);
  return {
    ...ports,
    records,
    changes,
    queue,
    publish: createPublishCampaigns({ ...ports, queue }),
    resolve: createResolvePatients(ports),
    reconcile: createReconcile(ports),
    enroll: createEnrollPatient({
      ...ports,
      resolve: createResolveNow(ports),
      kick: async () => undefined,
    }),
    /** Imports one file that holds this text. */
    take: (text: string, file = "in.ndjson", fromLine = 1) => {
      ports.files.put(file, text);
      return importPatients({ organization: "oak", file, fromLine, at: clock.now() });
    },
  };
}
