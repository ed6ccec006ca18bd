import type { Permissions } from "#contracts/api/patient";
import { purposes } from "#domain/campaign/purpose";
import { permissionRefusal } from "#domain/contact/permission";
import type { ContactPolicy } from "#domain/contact/policy";
import { type PermissionEntry, permissionLedger } from "#domain/ledger/permission-ledger";
import type { LedgerRow } from "#domain/ledger/row";
import { channels } from "#domain/patient/contact-point";
import { permissionsVersion } from "#domain/record/permissions-version";
import type { PatientRecord } from "#domain/record/record";
import { formatInstant } from "#domain/time";

type Standing = Permissions["standing"][number];

/** What the patient allowed and took back: what holds now, and everything that was ever said. */
export function permissionsShown(
  record: PatientRecord,
  rows: readonly LedgerRow[],
  policy: ContactPolicy,
): Permissions {
  const { narrowing } = record;
  return {
    version: permissionsVersion(record),
    standing: channels.flatMap((channel) =>
      purposes.map((purpose) => standing(record, { channel, purpose }, policy)),
    ),
    ...(narrowing
      ? { narrowing: { purpose: narrowing.purpose, until: formatInstant(narrowing.until) } }
      : {}),
    history: permissionLedger(rows).map(entryShown).toReversed(),
  };
}

function standing(
  record: PatientRecord,
  { channel, purpose }: Pick<Standing, "channel" | "purpose">,
  { recordedConsentOn }: ContactPolicy,
): Standing {
  const point = record.reach.points[channel];
  if (point === undefined) return { channel, purpose, refused: "no-channel" };
  if (record.badPoints.includes(point)) return { channel, purpose, refused: "wrong-or-dead" };
  const contact = { channel, point, purpose };
  const refused = permissionRefusal(record.permissions, contact, recordedConsentOn);
  return { channel, purpose, ...(refused === undefined ? {} : { refused }) };
}

function entryShown(entry: PermissionEntry): Permissions["history"][number] {
  const { at, says, scope, basis, via, by, reference, words } = entry;
  return {
    at: formatInstant(at),
    ...{ says, scope, basis, via, by },
    ...(reference === undefined ? {} : { reference }),
    ...(words === undefined ? {} : { words }),
  };
}
