import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Clock } from "#ports";
import type { Act } from "./act.ts";
import type { Kick } from "./kick.ts";

export interface ResolveInput {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly task: string;
  readonly outcome: "resolved" | "unreachable";
}

/** An agent closed a task; the campaign goes on from there. Repeats change nothing. */
export function createResolveTask(ports: {
  readonly act: Act;
  readonly clock: Clock;
  readonly kick: Kick;
}) {
  return async ({ organization, patient, task, outcome }: ResolveInput): Promise<boolean> => {
    const { record, events } = await ports.act(organization, patient, () => [
      { type: "resolve-task", at: ports.clock.now(), task, outcome },
    ]);
    await ports.kick(record);
    return events.length > 0;
  };
}

export type ResolveTask = ReturnType<typeof createResolveTask>;
