import { isRevoked } from "../contact/permission.ts";
import { sendLeaseMs, startWithinMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { withhold } from "./end-enrollment.ts";
import { isSafetyNotice } from "./notice.ts";
import type { PlannedNotice } from "./record.ts";
import type { TouchRef } from "./touch.ts";
import type { WithholdReason } from "./touch-event.ts";
import type { Turn } from "./turn.ts";

/** Direct answers go first, at any hour, and outside the caps. True when one was claimed. */
export function claimNotice(turn: Turn, channel: Channel): boolean {
  for (const notice of turn.record().notices) {
    if (notice.channel !== channel || notice.dueAt > turn.at) continue;
    const touch = noticeTouch(notice);
    const reason = reasonToWithhold(turn, notice);
    if (reason) {
      withhold(turn, touch, { version: 0, channel, reason });
      continue;
    }
    turn.emit({
      type: "touch-claimed",
      at: turn.at,
      touch,
      version: 0,
      channel,
      point: notice.point,
      leaseUntil: turn.at + sendLeaseMs,
      startBy: Math.min(notice.notAfter, turn.at + startWithinMs),
      notAfter: notice.notAfter,
      zones: [],
      isNotice: true,
    });
    return true;
  }
  return false;
}

function reasonToWithhold(turn: Turn, notice: PlannedNotice): WithholdReason | undefined {
  if (turn.at > notice.notAfter) return "stale";
  const record = turn.record();
  // A number that turned out to be someone else's still gets its one sorry, and no safety text
  // is ever kept from a person who may be in danger.
  const isOwed = notice.kind === "wrong-number" || isSafetyNotice(notice.kind);
  if (record.badPoints.includes(notice.point) && !isOwed) return "bad-point";
  const isWelcome = notice.kind === "opted-in" || notice.kind === "kept";
  return isWelcome && isRevoked(record.permissions, {}) ? "opted-out" : undefined;
}

/** The touch that carries a direct answer: its key names the reply that it answers. */
export function noticeTouch(notice: Pick<PlannedNotice, "kind" | "reply">): TouchRef {
  return {
    campaign: `reply/${notice.kind}`,
    episode: notice.reply,
    step: "notice",
    occurrence: 1,
  };
}
