import type { TaskPriority } from "../campaign/campaign.ts";
import type { OrganizationId, PatientId, PatientNeeds } from "../patient/profile.ts";
import { speechNeeds } from "../record/permission.ts";
import type { PatientRecord, Task } from "../record/record.ts";

/** Names one task; its id is only its own within its patient. */
export interface TaskName {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly id: string;
}

/**
 * An open task as the worklist shows it: what the patient's record said of it, and nothing that is
 * told of a person but how they are talked to.
 */
export interface ListedTask {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  /** Of the record that said so: what an older one says comes too late. */
  readonly revision: number;
  readonly task: Task;
  /** The version that the patient is enrolled in, for the campaign's own words. */
  readonly version?: number;
  /** BCP-47. */
  readonly language: string;
  readonly needs: PatientNeeds;
}

export function listedTask(record: PatientRecord, task: Task): ListedTask {
  const { organization, patient, revision } = record;
  const { enrollment: of } = task;
  const enrollment = record.enrollments.find(
    ({ campaign, episode }) => campaign === of?.campaign && episode === of.episode,
  );
  return {
    ...{ organization, patient, revision, task },
    ...(enrollment === undefined ? {} : { version: enrollment.version }),
    ...speechNeeds(record),
  };
}

const ranks: Readonly<Record<TaskPriority, number>> = { stat: 0, urgent: 1, asap: 2, routine: 3 };

/** Digits of an instant until the year 2286. */
const instantDigits = 13;

/**
 * Where a task stands in the worklist, as text that sorts by itself: priority, then deadline. Two
 * that are alike in both are told apart by what the caller adds.
 */
export function placeOf({ priority, deadline }: Pick<Task, "priority" | "deadline">): string {
  return `${ranks[priority]}#${String(Math.max(0, deadline)).padStart(instantDigits, "0")}`;
}
