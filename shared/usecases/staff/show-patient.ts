import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { PatientShown } from "#contracts/api/patient";
import type { PatientId } from "#domain/patient/profile";
import type { Enrollment, StepState } from "#domain/record/record";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant, type Instant } from "#domain/time";
import type { Clock, LedgerStore } from "#ports";
import { type OpenPatient, rowsOf } from "./open-patient.ts";
import { permissionsShown } from "./permissions-shown.ts";
import { personShown } from "./person-shown.ts";
import type { FindCampaign } from "./task-rows.ts";
import { type TasksOfPorts, tasksOf } from "./tasks-of.ts";

export interface ShowPatientPorts extends TasksOfPorts {
  readonly openPatient: OpenPatient;
  readonly findCampaign: FindCampaign;
  readonly ledger: Pick<LedgerStore, "of">;
  readonly clock: Clock;
}

export type ShowPatient = (
  member: StaffMember,
  patient: PatientId,
) => Promise<Outcome<PatientShown>>;

/** One patient: who it is, what they allowed, where they stand in campaigns, what is to be done. */
export function createShowPatient(ports: ShowPatientPorts): ShowPatient {
  return async ({ organization: id, user }, patient) => {
    const opened = await ports.openPatient(id, patient);
    if (!opened) return refused("no-such-patient");
    const { organization, profile, record } = opened;
    const { policy } = organization;
    const [rows, tasks, enrollments] = await Promise.all([
      rowsOf(ports.ledger, id, patient),
      tasksOf(ports, record, user),
      Promise.all(record.enrollments.map((one) => enrollmentShown(ports.findCampaign, id, one))),
    ]);
    return toldOf([patient], {
      person: personShown(profile, record, policy),
      permissions: permissionsShown(record, rows, policy),
      ...{ enrollments, tasks },
      now: formatInstant(ports.clock.now()),
    });
  };
}

async function enrollmentShown(
  findCampaign: FindCampaign,
  organization: string,
  { campaign, version, episode, enrolledAt, step, stage, state }: Enrollment,
): Promise<PatientShown["enrollments"][number]> {
  const found = await findCampaign(organization, campaign, version);
  const until = untilOf(state);
  return {
    ...{ campaign, version, episode, step, stage, status: state.status },
    title: found?.title ?? campaign,
    enrolledAt: formatInstant(enrolledAt),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
  };
}

function untilOf(state: StepState): Instant | undefined {
  switch (state.status) {
    case "planned":
      return state.dueAt;
    case "waiting":
    case "resting":
      return state.until;
    case "sending":
    case "escalated":
      return undefined;
  }
}
