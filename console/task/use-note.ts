import { useAct } from "../api/use-act.ts";
import { useDraft } from "../parts/draft.ts";
import { outdatedBy } from "./task-keys.ts";

/** What the API takes of one note, in characters. */
export const noteMax = 4_000;

export type NoteDraft = ReturnType<typeof useNote>;

/**
 * The note being written on a task. Its id is chosen with its first letter and kept with it: asked
 * twice, after a lost answer or a new sign-in, it is one note.
 */
export function useNote(task: string) {
  const [text, setText] = useDraft(`note.${task}`);
  const [id, setId] = useDraft(`note-id.${task}`);
  const saving = useAct("POST /v1/tasks/{task}/notes", {
    path: { task },
    outdates: outdatedBy(task),
  });
  const write = (next: string) => {
    if (id === "" && next !== "") setId(crypto.randomUUID());
    setText(next);
  };
  /** Nothing where nothing is written. */
  const save = async () => {
    const words = text.trim();
    if (words === "") return;
    await saving.mutateAsync({ note: id, text: words });
    setId("");
    setText("");
  };
  return { text, write, save, saving };
}
