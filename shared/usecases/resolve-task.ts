import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Closing } from "#domain/task/claim";
import type { Clock, Worklist } from "#ports";
import type { Act } from "./act.ts";
import type { Kick } from "./kick.ts";

export interface ResolveInput {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly task: string;
  readonly outcome: "resolved" | "unreachable";
  /** Who closed it, where that was in the console. */
  readonly by?: Pick<Closing, "user" | "name">;
}

/**
 * An agent closed a task; the campaign goes on from there. Repeats change nothing in the record, and
 * take the task off the worklist where somebody died before that.
 * @returns whether it was open.
 */
export function createResolveTask(ports: {
  readonly act: Act;
  readonly worklist: Pick<Worklist, "close">;
  readonly clock: Clock;
  readonly kick: Kick;
}) {
  return async ({ organization, patient, task, outcome, by }: ResolveInput): Promise<boolean> => {
    const at = ports.clock.now();
    const { record, events } = await ports.act(organization, patient, () => [
      { type: "resolve-task", at, task, outcome },
    ]);
    const closing = by && events.length > 0 ? { closing: { ...by, at, outcome } } : {};
    const name = { organization, patient, id: task };
    await ports.worklist.close(name, { revision: record.revision, at, ...closing });
    await ports.kick(record);
    return events.length > 0;
  };
}

export type ResolveTask = ReturnType<typeof createResolveTask>;
