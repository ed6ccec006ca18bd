import type { LedgerRow } from "#domain/ledger/row";
import type { Task } from "#domain/record/record";
import type { Instant } from "#domain/time";

/** A task that no agent has closed yet. */
export interface OpenTask {
  readonly patient: string;
  readonly task: Task;
  readonly raised: number;
  readonly isLate: boolean;
}

/** Tasks open at that time, the most pressing first. Rows come in order within each patient. */
export function openTasks(rows: readonly LedgerRow[], asOf: Instant): readonly OpenTask[] {
  const open = new Map<string, OpenTask>();
  for (const { patient, event } of rows) {
    if (event.type === "escalated") {
      const { task } = event;
      const isLate = task.deadline < asOf;
      open.set(`${patient}/${task.id}`, { patient, task, raised: 0, isLate });
    } else if (event.type === "task-raised") {
      const known = open.get(`${patient}/${event.task}`);
      if (known) open.set(`${patient}/${event.task}`, { ...known, raised: event.raised });
    } else if (event.type === "task-resolved") open.delete(`${patient}/${event.task}`);
  }
  return [...open.values()].toSorted(
    (a, b) => rank(a.task) - rank(b.task) || a.task.deadline - b.task.deadline,
  );
}

const priorities: readonly string[] = ["stat", "urgent", "asap", "routine"];

function rank({ priority }: Task): number {
  return priorities.indexOf(priority);
}

/** Tasks opened, over all campaigns and replies. */
export function tasksOpened(rows: readonly LedgerRow[]): number {
  return rows.filter(({ event }) => event.type === "escalated").length;
}
