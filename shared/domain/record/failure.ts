import { failuresInARowMax } from "../limits.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { FailureReason, RefusalReason } from "./command.ts";
import type { Turn } from "./turn.ts";

type Reason = RefusalReason | FailureReason;

/** Reasons that say the address itself is dead: it is not used again for anyone. */
function isForGood(reason: Reason): boolean {
  return reason === "invalid-address" || reason === "bounced";
}

/** Reasons that may pass, and say that nobody is there when they come again and again. */
export function mayPass(reason: string): reason is PassingReason {
  return reason === "unreachable" || reason === "expired" || reason === "blocked";
}

export type PassingReason = Extract<Reason, "unreachable" | "expired" | "blocked">;

/**
 * Gives a point up that is dead: at once after a failure for good, else when three contacts in a
 * row failed there (contact-rules A8). Call it after the event that tells of the failure.
 */
export function noteFailure(turn: Turn, point: PointId, reason: Reason): void {
  if (turn.record().badPoints.includes(point)) return;
  if (isForGood(reason)) {
    turn.emit({ type: "point-invalidated", at: turn.at, point, reason });
  } else if (failedInARow(turn, point)) {
    turn.emit({ type: "point-invalidated", at: turn.at, point, reason: "unreachable-thrice" });
  }
}

/** By the order of the contacts, not of the reports, which come in any order (law 12). */
function failedInARow(turn: Turn, point: PointId): boolean {
  let inARow = 0;
  for (const touch of turn.record().touches) {
    if (touch.point !== point) continue;
    inARow = touch.failedFor === undefined ? 0 : inARow + 1;
    if (inARow >= failuresInARowMax) return true;
  }
  return false;
}
