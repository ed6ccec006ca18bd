import { isSameEntry } from "#domain/audience/keep-look";
import type { CampaignId } from "#domain/campaign/campaign";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Day } from "#domain/time";
import type {
  CampaignStore,
  Clock,
  ConceptStore,
  EligibilityIndex,
  FactStore,
  OrganizationDirectory,
  PatientDirectory,
  ProfileStore,
} from "#ports";
import { Unrecoverable } from "../errors.ts";
import { readLiveAudiences } from "./live-audiences.ts";
import { type CampaignEntries, solvedBeside, todayOf } from "./settle-patient.ts";

const pageSize = 500;

export interface ReconcilePorts {
  readonly campaigns: CampaignStore;
  readonly concepts: ConceptStore;
  readonly organizations: OrganizationDirectory;
  readonly patients: PatientDirectory;
  readonly profiles: ProfileStore;
  readonly facts: FactStore;
  readonly eligibility: EligibilityIndex;
  readonly clock: Clock;
}

export interface Reconciled {
  readonly patients: number;
  readonly differences: readonly {
    readonly patient: PatientId;
    readonly campaign: CampaignId;
  }[];
}

/**
 * Compares the whole eligibility index with a fresh solve of every patient, and changes nothing.
 * At rest (no import, publication or enrollment under way) there is no difference.
 */
export function createReconcile(ports: ReconcilePorts) {
  return async (id: OrganizationId): Promise<Reconciled> => {
    const organization = await ports.organizations.load(id);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const audiences = await readLiveAudiences(ports, id);
    const context = { ...audiences, at: ports.clock.now(), zone: organization.business.zone };
    const differences: { patient: PatientId; campaign: CampaignId }[] = [];
    let patients = 0;
    let cursor: string | undefined;
    do {
      const page = await ports.patients.page(
        id,
        { index: 0, of: 1 },
        { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
      );
      for (const patient of page.patients) {
        const profile = await ports.profiles.load(id, patient);
        if (profile === undefined) continue;
        const facts = (await ports.facts.load(id, patient))?.facts ?? [];
        const entries = await solvedBeside(ports.eligibility, profile, facts, context);
        const today = todayOf(profile, context);
        patients += 1;
        for (const entry of entries) {
          if (!agrees(entry, today)) differences.push({ patient, campaign: entry.campaign });
        }
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
    return { patients, differences };
  };
}

/**
 * An entry whose interval is over is solved again at its next look, so all that counts of it is
 * that the look comes no later than the next interval.
 */
function agrees({ stored, fresh }: CampaignEntries, today: Day): boolean {
  if (stored?.through === undefined || stored.through >= today) return isSameEntry(stored, fresh);
  if (fresh === undefined) return true;
  return stored.startsOn !== undefined && stored.startsOn <= (fresh.startsOn ?? fresh.from);
}
