import { createHash } from "node:crypto";
import { type ListedTask, placeOf } from "../domain/task/listed-task.ts";

/** Tells tasks of one moment apart; nobody comes back from it to the patient. */
const digestCharacters = 16;

/** Where a task stands in the worklist: no two stand in one place. It is in addresses, as the cursor. */
export function taskPlace({ patient, task }: Pick<ListedTask, "patient" | "task">): string {
  const digest = createHash("sha256").update(`${patient}#${task.id}`).digest("base64url");
  return `${placeOf(task)}#${digest.slice(0, digestCharacters)}`;
}
