import { parseTaskRef } from "#contracts/api/task-ref";
import type { OrganizationId } from "#domain/patient/profile";
import type { PatientRecord, Task } from "#domain/record/record";
import type { Closing, WorklistEntry } from "#domain/task/claim";
import { type ListedTask, listedTask, type TaskName } from "#domain/task/listed-task";
import type { Clock, FoundTask, RecordStore, Worklist } from "#ports";

/** A task that is open in its patient's record, as it stands in the worklist. */
export interface OpenTask {
  readonly is: "open";
  readonly name: TaskName;
  readonly record: PatientRecord;
  readonly entry: WorklistEntry;
}

/** One that was. */
export interface EndedTask {
  readonly is: "closed";
  readonly name: TaskName;
  readonly closing?: Closing;
  /** As it was, while the worklist remembers it. */
  readonly entry?: WorklistEntry;
}

export type FindTask = (
  organization: OrganizationId,
  ref: string,
) => Promise<OpenTask | EndedTask | undefined>;

/**
 * The task that a reference names. The record says whether it is open; where the worklist says
 * otherwise, it is mended on the way.
 */
export function createFindTask(ports: {
  readonly records: Pick<RecordStore, "load">;
  readonly worklist: Pick<Worklist, "find" | "list" | "close">;
  readonly clock: Clock;
}): FindTask {
  return async (organization, ref) => {
    const parsed = parseTaskRef(ref);
    if (!parsed) return undefined;
    const name = { organization, ...parsed };
    const [record, found] = await Promise.all([
      ports.records.load(organization, name.patient),
      ports.worklist.find(name),
    ]);
    const task = record?.tasks.find(({ id }) => id === name.id);
    if (record && task) {
      return { is: "open", name, record, entry: await listedAnew(ports, record, task, found) };
    }
    if (found?.is === "open") {
      await ports.worklist.close(name, { revision: record?.revision ?? 0, at: ports.clock.now() });
    }
    return found && endedTask(name, found);
  };
}

export function endedTask(name: TaskName, found: FoundTask): EndedTask {
  if (found.is === "open") return { is: "closed", name, entry: unheld(found.listed) };
  const { closing, listed } = found;
  return {
    ...{ is: "closed", name },
    ...(closing ? { closing } : {}),
    ...(listed ? { entry: unheld(listed) } : {}),
  };
}

function unheld(listed: ListedTask): WorklistEntry {
  return { listed, version: 0 };
}

/** The entry, written first where whoever raised the task has not come to it yet. */
async function listedAnew(
  { worklist }: { readonly worklist: Pick<Worklist, "find" | "list"> },
  record: PatientRecord,
  task: Task,
  found: FoundTask | undefined,
): Promise<WorklistEntry> {
  if (found?.is === "open") return found;
  const listed = listedTask(record, task);
  await worklist.list(listed);
  return unheld(listed);
}
