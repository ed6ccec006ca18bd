import type { Channel } from "../patient/contact-point.ts";
import { type EnrollmentRef, enrollmentRef } from "./event.ts";
import type { Enrollment } from "./record.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";
import type { WithholdReason } from "./touch-event.ts";
import { enrollmentOf, type Turn, touchAt } from "./turn.ts";

/** Ends the enrollment; a touch that was still planned is withheld for that reason. */
export function endEnrollment(
  turn: Turn,
  ref: EnrollmentRef,
  outcome: string,
  reason: WithholdReason = "enrollment-ended",
): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  withdraw(turn, enrollment, reason);
  turn.emit({
    ...enrollmentRef(ref),
    type: "enrollment-ended",
    at: turn.at,
    version: enrollment.version,
    outcome,
  });
}

/** Withholds the touch that the enrollment still plans, if any and if this turn did not already. */
export function withdraw(turn: Turn, enrollment: Enrollment, reason: WithholdReason): void {
  if (enrollment.state.status !== "planned") return;
  const { channel } = enrollment.state;
  const touch = touchAt(enrollment);
  const isWithheld = turn
    .events()
    .some((event) => event.type === "touch-withheld" && isSameTouch(event.touch, touch));
  const { version } = enrollment;
  if (!isWithheld) withhold(turn, touch, { version, reason, channel });
}

export interface Withheld {
  readonly version: number;
  readonly reason: WithholdReason;
  readonly channel?: Channel;
  readonly rule?: string;
}

export function withhold(turn: Turn, touch: TouchRef, why: Withheld): void {
  turn.emit({ type: "touch-withheld", at: turn.at, touch, ...why });
}
