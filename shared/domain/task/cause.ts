import type { Campaign } from "../campaign/campaign.ts";
import type { PatientRecord, Task } from "../record/record.ts";

/** The step that handed the patient over, by the task's id; undefined where no campaign did. */
export function stepOf({ id, enrollment }: Task): string | undefined {
  if (enrollment === undefined) return undefined;
  const prefix = `${enrollment.campaign}:${enrollment.episode}:`;
  return id.startsWith(prefix) ? id.slice(prefix.length).split(":")[0] : undefined;
}

/** The reply that may have opened it, by the task's id; whether there is such a reply, its store says. */
export function replyOf({ id, reason, enrollment }: Task): string | undefined {
  const prefix = `${reason}:`;
  return enrollment === undefined && id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

export interface OfferedOutcome {
  readonly outcome: "resolved" | "unreachable";
  /** The step that the campaign goes to; absent where none waits for this task. */
  readonly leadsTo?: string;
}

/** How a task may be closed, and where its campaign goes on then: as `resolve-task` decides it. */
export function outcomesOf(
  task: Task,
  record: PatientRecord,
  campaign: Campaign | undefined,
): readonly OfferedOutcome[] {
  const enrollment = record.enrollments.find(
    ({ state }) => state.status === "escalated" && state.task === task.id,
  );
  const step = enrollment && campaign?.steps[enrollment.step];
  return (["resolved", "unreachable"] as const).map((outcome) => {
    const leadsTo =
      step?.kind === "escalate" ? (step.next[outcome] ?? step.next["resolved"]) : undefined;
    return { outcome, ...(leadsTo === undefined ? {} : { leadsTo }) };
  });
}
