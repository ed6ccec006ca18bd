import type { Command } from "./command.ts";
import type { RecordEvent } from "./event.ts";
import type { Task } from "./record.ts";
import { goOn } from "./step.ts";
import type { Turn } from "./turn.ts";

/** A task that missed its deadline is put before agents again this often, until it ends. */
const raiseAgainMs = 24 * 3_600_000;

/** Tasks that must be put before agents now. */
export function tasksToRaise(tasks: readonly Task[], at: number): readonly Task[] {
  return tasks.filter((task) => task.raiseAt <= at);
}

/** Notes that agents were told; past its deadline the task is raised again, and daily after. */
export function recordRaised(turn: Turn, command: Command & { type: "record-raised" }): void {
  const task = turn.record().tasks.find((open) => open.id === command.task);
  if (!task || task.raised !== command.raised) return;
  turn.emit({
    type: "task-raised",
    at: turn.at,
    task: task.id,
    raised: task.raised + 1,
    again: task.deadline > turn.at ? task.deadline : turn.at + raiseAgainMs,
  });
}

/** Whether the task was put before agents because its deadline had passed. */
export function isRaisedLate({ at, again }: RecordEvent & { type: "task-raised" }): boolean {
  return again === at + raiseAgainMs;
}

/** An agent closed it: the campaign goes on from there, and a hold on the patient ends. */
export function resolveTask(turn: Turn, command: Command & { type: "resolve-task" }): void {
  const task = turn.record().tasks.find((open) => open.id === command.task);
  if (!task) return;
  turn.emit({
    type: "task-resolved",
    at: turn.at,
    task: task.id,
    outcome: command.outcome,
    inTime: turn.at <= task.deadline,
    ...(task.enrollment ? { campaign: task.enrollment.campaign } : {}),
  });
  if (!task.enrollment) return;
  const { campaign, episode } = task.enrollment;
  const enrollment = turn
    .record()
    .enrollments.find((open) => open.campaign === campaign && open.episode === episode);
  if (enrollment?.state.status !== "escalated" || enrollment.state.task !== task.id) return;
  goOn(turn, task.enrollment, command.outcome, "resolved");
}
