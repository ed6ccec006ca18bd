import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { OutcomeBody, TaskClosed } from "#contracts/api/task-work";
import type { StaffMember } from "#domain/staff/member";
import { type Closing, isClosedBy, whyNotTheirs } from "#domain/task/claim";
import { formatInstant } from "#domain/time";
import type { Worklist } from "#ports";
import type { ResolveTask } from "../resolve-task.ts";
import { handsRefused } from "./change-hands.ts";
import { type EndedTask, endedTask, type FindTask } from "./find-task.ts";

export interface ClosePorts {
  readonly findTask: FindTask;
  readonly worklist: Pick<Worklist, "find">;
  readonly resolveTask: ResolveTask;
}

export type CloseTask = (
  member: StaffMember,
  task: string,
  body: OutcomeBody,
) => Promise<Outcome<TaskClosed>>;

/**
 * Closes a task that the member has; its campaign goes on from there by the same command as when it
 * is closed in Connect. Said twice, it is done once and answered alike.
 */
export function createCloseTask(ports: ClosePorts): CloseTask {
  return async (member, ref, { version, outcome }) => {
    const found = await ports.findTask(member.organization, ref);
    if (!found) return refused("no-such-task");
    if (found.is === "closed") return closedBefore(found, member, outcome);
    const why = whyNotTheirs(found.entry, member, version);
    if (why) return handsRefused(why);
    const { organization, patient, id } = found.name;
    const { user, name } = member;
    await ports.resolveTask({ organization, patient, task: id, outcome, by: { user, name } });
    // Whoever closed it at the same moment was first, or this did: what is kept says.
    const closed = await ports.worklist.find(found.name);
    return closed
      ? closedBefore(endedTask(found.name, closed), member, outcome)
      : refused("task-closed");
  };
}

function closedBefore(
  { name, closing }: EndedTask,
  member: StaffMember,
  outcome: Closing["outcome"],
): Outcome<TaskClosed> {
  if (!closing || !isClosedBy(closing, member, outcome)) return refused("task-closed");
  const by = { user: closing.user, name: closing.name };
  return toldOf([name.patient], { outcome, by, at: formatInstant(closing.at) });
}
