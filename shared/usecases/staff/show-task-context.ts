import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { TaskContext } from "#contracts/api/task-context";
import type { PatientRecord, Task } from "#domain/record/record";
import type { StaffMember } from "#domain/staff/member";
import { outcomesOf, replyOf, stepOf } from "#domain/task/cause";
import { formatInstant } from "#domain/time";
import type { Clock, KeptReply, LedgerStore, NoteStore, ReplyStore } from "#ports";
import { campaignsOf, type MetCampaigns } from "./campaigns-of.ts";
import { conversationOf } from "./conversation.ts";
import type { FindTask } from "./find-task.ts";
import type { OpenPatient } from "./open-patient.ts";
import { personShown } from "./person-shown.ts";
import { type FindCampaign, nameOf } from "./task-rows.ts";
import { type TasksOfPorts, tasksOf } from "./tasks-of.ts";
import { noteShown } from "./write-note.ts";

/** Writes of the account that are looked through for how replies were read. */
const writesRead = 200;

export interface ContextPorts extends TasksOfPorts {
  readonly findTask: FindTask;
  readonly openPatient: OpenPatient;
  readonly findCampaign: FindCampaign;
  readonly replies: Pick<ReplyStore, "of">;
  readonly notes: Pick<NoteStore, "of">;
  readonly ledger: Pick<LedgerStore, "latest">;
  readonly clock: Clock;
}

export type ShowTaskContext = (member: StaffMember, task: string) => Promise<Outcome<TaskContext>>;

/** All that an agent needs of one task on one page: who, why, what was said, and what to do. */
export function createShowTaskContext(ports: ContextPorts): ShowTaskContext {
  return async ({ organization: id, user }, ref) => {
    const found = await ports.findTask(id, ref);
    if (!found?.entry) return refused("no-such-task");
    const { entry, name } = found;
    const opened = await ports.openPatient(id, name.patient);
    if (!opened) return refused("no-such-patient");
    const { organization, profile, record } = opened;
    const [met, replies, page, notes, row, tasks] = await Promise.all([
      campaignsOf(ports.findCampaign, record),
      ports.replies.of(id, name.patient),
      ports.ledger.latest(id, name.patient, { writes: writesRead }),
      ports.notes.of(name),
      ports.showTask(entry, user),
      tasksOf(ports, record, user),
    ]);
    const { task } = entry.listed;
    const reason = replies.find(({ reply }) => reply === replyOf(task));
    const conversation = conversationOf({
      ...{ organization, profile, record, replies, met, reason, rows: page.rows },
    });
    return toldOf([name.patient], {
      ...{ task: row, conversation, script: row.words },
      isOpen: found.is === "open",
      person: personShown(profile, record, organization.policy),
      cause: causeShown(task, reason, conversation),
      outcomes: [...outcomesOf(task, record, escalatedIn(record, task, met))],
      notes: notes.map(noteShown),
      enrollments: enrollmentsShown(record, met),
      others: tasks.filter((other) => other.task !== row.task),
      now: formatInstant(ports.clock.now()),
    });
  };
}

function causeShown(
  task: Task,
  reason: KeptReply | undefined,
  conversation: TaskContext["conversation"],
): TaskContext["cause"] {
  const step = stepOf(task);
  if (step !== undefined) return { is: "step", step };
  if (reason === undefined) return { is: "other" };
  const heard = conversation.find((said) => said.is === "heard" && said.isReason);
  const tier = heard?.is === "heard" ? heard.tier : undefined;
  return { is: "reply", ...(tier === undefined ? {} : { tier }) };
}

function escalatedIn({ enrollments }: PatientRecord, { id }: Task, met: MetCampaigns) {
  const waiting = enrollments.find(
    ({ state }) => state.status === "escalated" && state.task === id,
  );
  return waiting && met.ofEnrollment(waiting);
}

function enrollmentsShown(
  { enrollments }: PatientRecord,
  met: MetCampaigns,
): TaskContext["enrollments"] {
  return enrollments.flatMap((enrollment) => {
    const campaign = met.ofEnrollment(enrollment);
    const { episode, step } = enrollment;
    return campaign ? [{ ...nameOf(campaign), episode, step }] : [];
  });
}
