import type { TaskRow } from "#contracts/api/tasks";
import type { PatientRecord } from "#domain/record/record";
import { listedTask, placeOf } from "#domain/task/listed-task";
import type { Worklist } from "#ports";
import type { ShowTask } from "./task-rows.ts";

export interface TasksOfPorts {
  readonly worklist: Pick<Worklist, "find">;
  readonly showTask: ShowTask;
}

/** The patient's open tasks by urgency, each with whoever has it. */
export async function tasksOf(
  { worklist, showTask }: TasksOfPorts,
  record: PatientRecord,
  user: string,
): Promise<TaskRow[]> {
  const { organization, patient, tasks } = record;
  const ordered = tasks.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return Promise.all(
    ordered.map(async (task) => {
      const found = await worklist.find({ organization, patient, id: task.id });
      const entry = found?.is === "open" ? found : { listed: listedTask(record, task), version: 0 };
      return showTask(entry, user);
    }),
  );
}
