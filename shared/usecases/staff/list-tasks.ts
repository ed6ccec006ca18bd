import { formatCursor, parseCursor } from "#contracts/api/cursor";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import type { TasksPage, TasksQuery } from "#contracts/api/tasks";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant } from "#domain/time";
import type { Clock, Worklist, WorklistFilter } from "#ports";
import type { ShowTask } from "./task-rows.ts";

const rowsUsually = 50;

/** As `taskPlace` writes it. */
const placeForm = /^[0-3]#\d{13}#[A-Za-z0-9_-]{16}$/;

export type ListTasks = (member: StaffMember, query: TasksQuery) => Promise<Outcome<TasksPage>>;

/**
 * One page of the open tasks of the member's organization. It is no look at a patient: it says that
 * there is something to do, not for whom it is by name.
 */
export function createListTasks(ports: {
  readonly worklist: Pick<Worklist, "page">;
  readonly showTask: ShowTask;
  readonly clock: Clock;
}): ListTasks {
  return async ({ organization, user }, { cursor, limit = rowsUsually, ...asked }) => {
    const place = cursor === undefined ? undefined : parseCursor(cursor, placeForm);
    if (cursor !== undefined && place === undefined) {
      return refused("bad-request", { at: "query.cursor" });
    }
    const page = await ports.worklist.page(organization, filterOf(asked, user), {
      limit,
      ...(place === undefined ? {} : { cursor: place }),
    });
    const rows = page.entries.map((entry) => ports.showTask(entry, user));
    return told({
      tasks: await Promise.all(rows),
      ...(page.cursor === undefined ? {} : { cursor: formatCursor(page.cursor) }),
      now: formatInstant(ports.clock.now()),
    });
  };
}

function filterOf({ queue, whose }: Pick<TasksQuery, "queue" | "whose">, user: string) {
  const heldBy: Readonly<Record<string, WorklistFilter["heldBy"]>> = {
    mine: { user },
    unclaimed: "nobody",
  };
  const held = whose && heldBy[whose];
  return { ...(queue === undefined ? {} : { queue }), ...(held ? { heldBy: held } : {}) };
}
