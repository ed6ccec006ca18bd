import type { TaskName } from "../../domain/task/listed-task.ts";
import type { KeptNote, NoteStore } from "../../ports.ts";

export function createMemoryNoteStore(): NoteStore {
  const kept = new Map<string, Map<string, KeptNote>>();
  const keyOf = ({ organization, patient, id }: TaskName) => `${organization}#${patient}#${id}`;
  return {
    async keep(note) {
      const key = keyOf(note.task);
      const notes = kept.get(key) ?? new Map<string, KeptNote>();
      kept.set(key, notes);
      const known = notes.get(note.note) ?? note;
      notes.set(note.note, known);
      return known;
    },
    async of(task) {
      const notes = kept.get(keyOf(task))?.values() ?? [];
      return [...notes].toSorted((a, b) => a.at - b.at || (a.note < b.note ? -1 : 1));
    },
  };
}
