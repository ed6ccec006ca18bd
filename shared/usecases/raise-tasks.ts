import type { OrganizationId, PatientId } from "#domain/patient/profile";
import { speechNeeds } from "#domain/record/permission";
import { tasksToRaise } from "#domain/record/task";
import { listedTask } from "#domain/task/listed-task";
import type { Clock, RecordStore, TaskDesk, Worklist } from "#ports";
import type { Act } from "./act.ts";

export interface RaisePorts {
  readonly records: RecordStore;
  readonly worklist: Pick<Worklist, "list">;
  readonly desk: TaskDesk;
  readonly act: Act;
  readonly clock: Clock;
}

/**
 * Puts every task of this patient that is due before agents, then notes that it was. Told first,
 * noted after: a crash in between tells agents twice under the same id, never not at all (law 14).
 * The worklist comes before the desk, so that whoever is told of a task finds it there. Neither waits
 * for the other: of what could not be listed agents are told all the same, and then it is thrown, so that
 * it comes again.
 */
export function createRaiseTasks(ports: RaisePorts) {
  return async (organization: OrganizationId, patient: PatientId): Promise<number> => {
    const record = await ports.records.load(organization, patient);
    if (record === undefined) return 0;
    const tasks = tasksToRaise(record.tasks, ports.clock.now());
    const speech = speechNeeds(record);
    for (const task of tasks) {
      const [listed] = await Promise.allSettled([
        ports.worklist.list(listedTask(record, { ...task, raised: task.raised + 1 })),
      ]);
      await ports.desk.raise({ organization, patient, task, ...speech });
      if (listed.status === "rejected") throw listed.reason;
      await ports.act(organization, patient, () => [
        { type: "record-raised", at: ports.clock.now(), task: task.id, raised: task.raised },
      ]);
    }
    return tasks.length;
  };
}

export type RaiseTasks = ReturnType<typeof createRaiseTasks>;
