import type { Channel } from "../patient/contact-point.ts";
import { endEnrollment } from "./step.ts";
import type { Turn } from "./turn.ts";

/**
 * Ends every campaign for this patient, on every channel, in the same write (law 4). The scope is
 * `all`: one STOP is for everything (47 CFR 64.1200(a)(10), and the safer reading while the
 * revoke-all rule is waived). Repeats change nothing.
 */
export function optOut(turn: Turn, via: Channel | "agent" | "carrier"): void {
  if (turn.record().optedOut) return;
  turn.emit({ type: "opted-out", at: turn.at, via });
  for (const enrollment of turn.record().enrollments) {
    endEnrollment(turn, enrollment, "opted-out", "opted-out");
  }
}
