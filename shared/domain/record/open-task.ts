import type { Tier } from "../reply/understanding.ts";
import type { Task } from "./record.ts";
import type { Turn } from "./turn.ts";

/**
 * Opens a task, to be raised at once. The id names the need, so that the same need never opens
 * two (law 7); a task that is open already stays as it is.
 */
export function openTask(
  turn: Turn,
  task: Omit<Task, "openedAt" | "raiseAt" | "raised">,
  tier?: Tier,
): void {
  if (turn.record().tasks.some((open) => open.id === task.id)) return;
  turn.emit({
    type: "escalated",
    at: turn.at,
    task: { ...task, openedAt: turn.at, raiseAt: turn.at, raised: 0 },
    ...(tier ? { tier } : {}),
  });
}
