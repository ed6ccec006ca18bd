import { answerKey } from "../api/use-answer.ts";
import { worklistKey } from "../worklist/use-worklist.ts";

/** What is old once something was done with a task. */
export function outdatedBy(task: string): readonly (readonly unknown[])[] {
  return [answerKey("GET /v1/tasks/{task}", { task }), worklistKey];
}
