import * as z from "zod/mini";
import { patientId } from "../ids.ts";
import { Colleague, cursor, EnrollmentName, limit, moment, Needs } from "./shown.ts";

/**
 * Names one task of one patient in a path. Opaque to the console; for whoever looks inside it names the
 * patient, so it is kept where their ids are kept.
 */
export const taskRef = z.string().check(z.regex(/^[A-Za-z0-9_-]{4,800}$/));

/** A campaign calls a queue as it calls anything: `scheduling`. */
export const queueName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** Who has a task, since when. */
export const TaskClaim = z.object({ ...Colleague.shape, since: moment, isMine: z.boolean() });

/**
 * One open task, as the worklist shows it: what is to be done by when, and nothing by which somebody
 * looking over a shoulder would know for whom.
 */
export const TaskRow = z.object({
  task: taskRef,
  patient: patientId,
  /** What names the need: `reply-T1`, or what a campaign calls it. */
  reason: z.string(),
  /** What it asks of an agent. */
  words: z.string(),
  queue: z.string(),
  priority: z.enum(["stat", "urgent", "asap", "routine"]),
  openedAt: moment,
  deadline: moment,
  /** How many times it was put before agents. More than one: its deadline passed, or the patient said more. */
  raised: z.int(),
  /** Until it is closed no campaign contacts this patient: a red flag. */
  holds: z.boolean(),
  /** Absent where a reply opened it. */
  enrollment: z.exactOptional(EnrollmentName),
  /** BCP-47: what the patient speaks. */
  language: z.string(),
  needs: Needs,
  /** Absent: nobody has it. */
  claim: z.exactOptional(TaskClaim),
  /** Grows when the task changes hands. Who acts on it says which one they saw. */
  version: z.int(),
});
export type TaskRow = z.infer<typeof TaskRow>;

export const TasksQuery = z.strictObject({
  queue: z.exactOptional(queueName),
  /** Left out: everybody's. */
  whose: z.exactOptional(z.enum(["mine", "unclaimed"])),
  limit: z.exactOptional(limit),
  cursor: z.exactOptional(cursor),
});
export type TasksQuery = z.infer<typeof TasksQuery>;

/** By priority, then by deadline. */
export const TasksPage = z.object({
  tasks: z.array(TaskRow),
  /** Absent: this was the last page. */
  cursor: z.exactOptional(cursor),
  /** What the deadlines are to be compared with: the clock here, not the browser's. */
  now: moment,
});
export type TasksPage = z.infer<typeof TasksPage>;
