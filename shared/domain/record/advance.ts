import { receiptDeadlineMs } from "../limits.ts";
import { addDuration } from "../time.ts";
import { returnConversation } from "./conversation.ts";
import { holdOf } from "./due.ts";
import { openTask } from "./open-task.ts";
import { endNarrowing } from "./opt-out.ts";
import { markUnknown } from "./outcome.ts";
import type { Enrollment, RecentTouch } from "./record.ts";
import { goOn, planSend, without } from "./step.ts";
import { campaignOf, enrollmentAt, enrollmentOf, recentTouch, type Turn, zoneOf } from "./turn.ts";

/** All that is due and needs no provider: leases, deadlines, silence, rest. */
export function advance(turn: Turn): void {
  expireLease(turn);
  for (const recent of turn.record().touches) {
    if (recent.status === "unknown" && recent.at + receiptDeadlineMs <= turn.at) {
      closeUnconfirmed(turn, recent);
    }
  }
  const { owner, narrowing } = turn.record();
  if (owner && owner.until <= turn.at) returnConversation(turn, "clock");
  if (narrowing && narrowing.until <= turn.at) endNarrowing(turn);
  if (holdOf(turn.record()) !== undefined) return;
  for (const enrollment of turn.record().enrollments) goOnAfterWait(turn, enrollment);
}

/** The worker that held this claim is gone, and nobody knows whether the message went. */
function expireLease(turn: Turn): void {
  const { inFlight } = turn.record();
  if (!inFlight || inFlight.leaseUntil > turn.at) return;
  const recent = recentTouch(turn, inFlight.touch);
  if (recent) markUnknown(turn, recent, "lease-expired");
}

/** No receipt came in time: the campaign's rule says what now (law 3). */
function closeUnconfirmed(turn: Turn, recent: RecentTouch): void {
  const { touch, channel } = recent;
  const enrollment = enrollmentAt(turn, touch);
  turn.emit({ type: "touch-unconfirmed", at: turn.at, touch, channel });
  if (enrollment?.state.status !== "sending") return;
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  if (!step || !(step.kind === "send" || step.kind === "call") || step.unconfirmed === "skip") {
    return goOn(turn, enrollment, "silence", "undeliverable");
  }
  if (step.unconfirmed === "other-channel" && step.kind === "send") {
    return planSend(turn, enrollment, step, without(step.over, channel));
  }
  openTask(turn, {
    id: `unconfirmed:${touch.campaign}:${touch.episode}:${touch.step}:${touch.occurrence}`,
    reason: "unconfirmed",
    queue: "service",
    priority: "routine",
    deadline: addDuration(
      turn.at,
      { unit: "business-days", count: 1 },
      zoneOf(turn),
      turn.rules.business,
    ),
    holds: false,
  });
  goOn(turn, enrollment, "silence", "undeliverable");
}

function goOnAfterWait(turn: Turn, stale: Enrollment): void {
  const enrollment = enrollmentOf(turn, stale);
  if (!enrollment) return;
  const { state } = enrollment;
  if (state.status === "waiting" && state.until <= turn.at) goOn(turn, enrollment, "silence");
  if (state.status === "resting" && state.until <= turn.at) goOn(turn, enrollment, "done");
}
