import * as z from "zod/mini";
import { Colleague, moment, staffId } from "./shown.ts";
import { TaskRow } from "./tasks.ts";

/** What agents do with a task. Each says which `version` of it they saw. */

const version = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** Words of staff about a patient: kept encrypted, shown to staff, and never part of a message. */
const noteText = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(4_000),
  z.refine((words) => !hasControl(words)),
);

/** Lines may break; nothing else that a screen does not show. */
function hasControl(words: string): boolean {
  return /[^\P{Cc}\n\t]/u.test(words);
}

/** Made by the console for one note: the same one again changes nothing, so a double click is one note. */
const noteId = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));

/** Takes no `version`: who comes second is told who was first. */
export const ClaimBody = z.strictObject({});

export const ReleaseBody = z.strictObject({ version });
export type ReleaseBody = z.infer<typeof ReleaseBody>;

export const HandOverBody = z.strictObject({
  version,
  /** Somebody of `GET /v1/colleagues`. */
  to: staffId,
});
export type HandOverBody = z.infer<typeof HandOverBody>;

export const OutcomeBody = z.strictObject({
  version,
  /** One of the task's `outcomes`: it says where the campaign goes on. */
  outcome: z.enum(["resolved", "unreachable"]),
});
export type OutcomeBody = z.infer<typeof OutcomeBody>;

export const NoteBody = z.strictObject({ note: noteId, text: noteText });
export type NoteBody = z.infer<typeof NoteBody>;

/** The task as it is now. */
export const TaskHeld = z.object({ task: TaskRow });
export type TaskHeld = z.infer<typeof TaskHeld>;

/** The task is closed; a repeat of the same by the same person is answered alike. */
export const TaskClosed = z.object({
  outcome: z.enum(["resolved", "unreachable"]),
  by: Colleague,
  at: moment,
});
export type TaskClosed = z.infer<typeof TaskClosed>;

export const Note = z.object({ note: z.string(), at: moment, by: Colleague, text: z.string() });
export type Note = z.infer<typeof Note>;

/** Agents who were here within the last 30 days, the latest first; without the one who asks. */
export const Colleagues = z.object({ colleagues: z.array(Colleague) });
export type Colleagues = z.infer<typeof Colleagues>;
