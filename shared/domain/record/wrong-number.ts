import { openTasksPerPatientMax } from "../limits.ts";
import type { PointId } from "../patient/contact-point.ts";
import { addDuration } from "../time.ts";
import type { Command } from "./command.ts";
import { openTask } from "./open-task.ts";
import type { Enrollment } from "./record.ts";
import { goOn } from "./step.ts";
import { type Turn, zoneOf } from "./turn.ts";

/** The right number is looked for by those who keep the clinic's own record. */
export const findNumber = {
  reason: "wrong-number",
  queue: "registration",
  priority: "routine",
  within: { unit: "business-days", count: 1 },
  holds: false,
} as const;

/**
 * Staff were told that a number is someone else's: nobody is contacted there any more, and whoever
 * waits for an answer from there goes on as when nothing could be delivered. A number that is known
 * to be wrong stays so.
 */
export function reportWrongNumber(
  turn: Turn,
  { point, evidence }: Command & { type: "report-wrong-number" },
): void {
  if (turn.record().badPoints.includes(point)) return;
  const reason = "wrong-number" as const;
  turn.emit({ type: "point-invalidated", at: turn.at, point, reason, evidence });
  const { within, ...task } = findNumber;
  if (turn.record().tasks.length < openTasksPerPatientMax) {
    const deadline = addDuration(turn.at, within, zoneOf(turn), turn.rules.business);
    openTask(turn, { id: `${reason}:${point}`, ...task, deadline });
  }
  leave(turn, (enrollment) => isAskedAt(turn, enrollment, point));
}

/** Those of whom no answer can come any more take the way of what could not be delivered. */
export function leave(turn: Turn, isHere: (enrollment: Enrollment) => boolean): void {
  for (const enrollment of turn.record().enrollments) {
    if (isHere(enrollment)) goOn(turn, enrollment, "undeliverable", "silence");
  }
}

function isAskedAt(turn: Turn, { state }: Enrollment, point: PointId): boolean {
  return state.status === "waiting" && turn.record().reach.points[state.channel] === point;
}
