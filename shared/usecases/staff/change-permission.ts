import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { PermissionChange, PermissionChanged } from "#contracts/api/permission-change";
import type { Evidence } from "#domain/contact/permission";
import { allPoints, type PatientId } from "#domain/patient/profile";
import { permissionsVersion } from "#domain/record/permissions-version";
import type { StaffMember } from "#domain/staff/member";
import type { Clock, LedgerStore, PointDirectory, RecordStore } from "#ports";
import type { Act } from "../act.ts";
import type { Kick } from "../kick.ts";
import type { StopPoint } from "../stop-point.ts";
import { type OpenedPatient, type OpenPatient, rowsOf } from "./open-patient.ts";
import { permissionsShown } from "./permissions-shown.ts";

export interface ChangePermissionPorts {
  readonly openPatient: OpenPatient;
  readonly act: Act;
  readonly stopPoint: StopPoint;
  readonly points: Pick<PointDirectory, "owners">;
  readonly records: Pick<RecordStore, "load">;
  readonly ledger: Pick<LedgerStore, "of">;
  readonly kick: Kick;
  readonly clock: Clock;
}

export type ChangePermission = (
  member: StaffMember,
  patient: PatientId,
  change: PermissionChange,
) => Promise<Outcome<PermissionChanged>>;

/** What came of it: whether it was news, or that something was said meanwhile. */
type Became = boolean | "stale-version";

/**
 * Enters what a patient told a member of staff, by the same decisions as their own STOP. Durable when
 * this answers; a repeat changes nothing.
 */
export function createChangePermission(ports: ChangePermissionPorts): ChangePermission {
  return async (member, patient, change) => {
    const { organization } = member;
    const opened = await ports.openPatient(organization, patient);
    if (!opened) return refused("no-such-patient");
    if (!isTheirs(opened, pointOf(change))) return refused("bad-request", { at: placeOf(change) });
    const became = await changed(ports, member, opened, change);
    if (became === "stale-version") return refused("stale-version");
    const [record, rows] = await Promise.all([
      ports.records.load(organization, patient),
      rowsOf(ports.ledger, organization, patient),
    ]);
    const { policy } = opened.organization;
    const permissions = permissionsShown(record ?? opened.record, rows, policy);
    return toldOf([patient], { changed: became, permissions });
  };
}

async function changed(
  ports: ChangePermissionPorts,
  { user }: StaffMember,
  { record: { organization, patient } }: OpenedPatient,
  change: PermissionChange,
): Promise<Became> {
  const evidence = evidenceOf(user, change);
  const at = ports.clock.now();
  switch (change.change) {
    case "opt-out": {
      const { point, ...scope } = change.scope;
      if (point !== undefined) {
        const stop = { via: "agent", scope, evidence } as const;
        const { optedOut } = await ports.stopPoint({ organization, point, stop });
        return optedOut.includes(patient);
      }
      const { events } = await ports.act(organization, patient, () => [
        { type: "opt-out", at, via: "agent", scope, evidence },
      ]);
      return events.length > 0;
    }
    case "opt-in": {
      const { scope, basis, version } = change;
      let isStale = false;
      const { events } = await ports.act(organization, patient, (record) => {
        isStale = permissionsVersion(record) !== version;
        return isStale ? [] : [{ type: "opt-in", at, scope, basis, evidence }];
      });
      return isStale ? "stale-version" : events.length > 0;
    }
    case "wrong-number":
      return reportWrongNumber(ports, { organization, patient }, { point: change.point, evidence });
  }
}

/** To whoever is reached there: the number is not theirs either, for all that is known. */
async function reportWrongNumber(
  { act, kick, points, clock }: ChangePermissionPorts,
  { organization, patient }: { readonly organization: string; readonly patient: PatientId },
  told: { readonly point: string; readonly evidence: Evidence },
): Promise<boolean> {
  const { patients } = await points.owners(organization, told.point);
  let isNews = false;
  for (const owner of new Set([patient, ...patients])) {
    const { record, events } = await act(organization, owner, () => [
      { type: "report-wrong-number", at: clock.now(), ...told },
    ]);
    if (owner === patient) isNews = events.length > 0;
    await kick(record);
  }
  return isNews;
}

function evidenceOf(by: string, { evidence }: PermissionChange): Evidence {
  return { by, reference: `${evidence.kind}:${evidence.reference}` };
}

function pointOf(change: PermissionChange): string | undefined {
  if (change.change === "wrong-number") return change.point;
  return change.change === "opt-out" ? change.scope.point : undefined;
}

function placeOf({ change }: PermissionChange): string {
  return change === "wrong-number" ? "body.point" : "body.scope.point";
}

/** Nobody is stopped or given up by way of somebody else's page. */
function isTheirs({ profile, record }: OpenedPatient, point: string | undefined): boolean {
  if (point === undefined) return true;
  const own = allPoints(profile).map(({ id }) => id);
  return [...own, ...Object.values(record.reach.points)].includes(point);
}
