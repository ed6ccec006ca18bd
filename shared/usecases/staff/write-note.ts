import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { Note, NoteBody } from "#contracts/api/task-work";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant } from "#domain/time";
import type { Clock, KeptNote, NoteStore } from "#ports";
import type { FindTask } from "./find-task.ts";

export type WriteNote = (
  member: StaffMember,
  task: string,
  body: NoteBody,
) => Promise<Outcome<Note>>;

/** Writes a note to a task, open or closed. The same id again changes nothing. */
export function createWriteNote(ports: {
  readonly findTask: FindTask;
  readonly notes: Pick<NoteStore, "keep">;
  readonly clock: Clock;
}): WriteNote {
  return async ({ organization, user, name }, ref, { note, text }) => {
    const found = await ports.findTask(organization, ref);
    if (!found) return refused("no-such-task");
    const at = ports.clock.now();
    const kept = await ports.notes.keep({ task: found.name, note, at, user, name, text });
    return toldOf([found.name.patient], noteShown(kept));
  };
}

export function noteShown({ note, at, user, name, text }: KeptNote): Note {
  return { note, at: formatInstant(at), by: { user, name }, text };
}
