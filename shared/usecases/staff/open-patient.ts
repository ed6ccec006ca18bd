import type { LedgerRow } from "#domain/ledger/row";
import type { Organization } from "#domain/patient/organization";
import type { OrganizationId, PatientId, Profile } from "#domain/patient/profile";
import { newRecord } from "#domain/record/new-record";
import type { PatientRecord } from "#domain/record/record";
import type { LedgerStore, OrganizationDirectory, ProfileStore, RecordStore } from "#ports";

/** One patient of an organization, as staff see them. */
export interface OpenedPatient {
  readonly organization: Organization;
  readonly profile: Profile;
  readonly record: PatientRecord;
}

export type OpenPatient = (
  organization: OrganizationId,
  patient: PatientId,
) => Promise<OpenedPatient | undefined>;

export interface OpenPorts {
  readonly organizations: Pick<OrganizationDirectory, "load">;
  readonly profiles: Pick<ProfileStore, "load">;
  readonly records: Pick<RecordStore, "load">;
}

/** Undefined where this organization knows nobody of that id. */
export function createOpenPatient(ports: OpenPorts): OpenPatient {
  return async (id, patient) => {
    const [organization, profile, record] = await Promise.all([
      ports.organizations.load(id),
      ports.profiles.load(id, patient),
      ports.records.load(id, patient),
    ]);
    if (!organization || !profile) return undefined;
    return { organization, profile, record: record ?? newRecord(id, patient) };
  };
}

/** All rows of one patient's account, in order. */
export async function rowsOf(
  ledger: Pick<LedgerStore, "of">,
  organization: OrganizationId,
  patient: PatientId,
): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledger.of(organization, patient)) rows.push(row);
  return rows;
}
