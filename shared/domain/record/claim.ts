import { sendLeaseMs, startWithinMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { dayOf, type Instant } from "../time.ts";
import { isHeld } from "./due.ts";
import type { MoveReason, WithholdReason } from "./event.ts";
import { capAt, firstAllowed, startBy } from "./moment.ts";
import { isSafetyNotice } from "./notice.ts";
import { blanketRefusal, usablePoint } from "./permission.ts";
import type { Enrollment, PlannedNotice } from "./record.ts";
import { endEnrollment, goOn, planSend, withhold } from "./step.ts";
import type { TouchRef } from "./touch.ts";
import { campaignOf, enrollmentOf, type Turn, touchAt, zonesOf } from "./turn.ts";

const dayMs = 86_400_000;

/**
 * A worker of one channel asks for the next due touch. Everything that may forbid it is checked
 * here, on the very record that the claim is written to: permission, hours, caps, goal and
 * eligibility, staleness, holds, priority. At most one touch is claimed; touches that may not go
 * are moved or withheld on the way, each with its reason.
 */
export function claim(turn: Turn, channel: Channel): void {
  if (turn.record().inFlight) return;
  if (claimNotice(turn, channel)) return;
  if (isHeld(turn.record())) return;
  for (const enrollment of dueEnrollments(turn, channel)) {
    if (claimTouch(turn, enrollment, channel)) return;
  }
}

/** Enrollments whose touch is due on this channel, most important first. */
function dueEnrollments(turn: Turn, channel: Channel): readonly Enrollment[] {
  return turn
    .record()
    .enrollments.filter(
      ({ state }) =>
        state.status === "planned" && state.channel === channel && state.dueAt <= turn.at,
    )
    .toSorted((a, b) => priority(turn, b) - priority(turn, a));
}

function priority(turn: Turn, enrollment: Enrollment): number {
  return campaignOf(turn, enrollment)?.priority ?? 0;
}

/** Claims the enrollment's touch, or moves or withholds it; true when it was claimed. */
function claimTouch(turn: Turn, stale: Enrollment, channel: Channel): boolean {
  // An earlier one in this turn may have ended or moved this enrollment.
  const enrollment = enrollmentOf(turn, stale);
  if (enrollment?.state.status !== "planned") return false;
  const { notAfter } = enrollment.state;
  const touch = touchAt(enrollment);
  if (isEnded(turn, enrollment)) return false;
  if (turn.at > notAfter) {
    withhold(turn, touch, enrollment.version, "stale", channel);
    goOn(turn, enrollment, "undeliverable", "silence");
    return false;
  }
  const point = usablePoint(turn.record(), channel);
  if (point === undefined) {
    tryOtherChannel(turn, enrollment, touch, channel);
    return false;
  }
  const moved = reasonToMove(turn, enrollment, touch, channel);
  if (moved) {
    move(turn, enrollment, touch, channel, moved);
    return false;
  }
  const by = startBy(turn, channel, notAfter);
  if (by === undefined) return false;
  turn.emit({
    type: "touch-claimed",
    at: turn.at,
    touch,
    version: enrollment.version,
    channel,
    point,
    leaseUntil: turn.at + sendLeaseMs,
    startBy: by,
    notAfter,
    zones: zonesOf(turn),
    isNotice: false,
  });
  return true;
}

/** Ends what must not go on: permission gone, patient gone, audience over, campaign unreadable. */
function isEnded(turn: Turn, enrollment: Enrollment): boolean {
  const end = (reason: WithholdReason): true => {
    endEnrollment(turn, enrollment, reason, reason);
    return true;
  };
  const blanket = blanketRefusal(turn.record());
  if (blanket) return end(blanket);
  if (!campaignOf(turn, enrollment)) return end("campaign-missing");
  const { eligibleThrough } = enrollment;
  // The latest of the possible local days: past it in any zone, the audience may be over.
  const today = Math.max(...zonesOf(turn).map((zone) => dayOf(turn.at, zone)));
  if (eligibleThrough !== undefined && today > eligibleThrough) return end("not-eligible");
  return false;
}

function reasonToMove(
  turn: Turn,
  enrollment: Enrollment,
  touch: TouchRef,
  channel: Channel,
): { readonly reason: MoveReason; readonly rule: string; readonly from: Instant } | undefined {
  if (turn.rules.isPaused(enrollment.campaign)) {
    return { reason: "paused", rule: enrollment.campaign, from: turn.at + 3_600_000 };
  }
  const rival = turn
    .record()
    .enrollments.find(
      (other) =>
        other.campaign !== enrollment.campaign &&
        other.state.status === "planned" &&
        other.state.dueAt < turn.at + dayMs &&
        !turn.rules.isPaused(other.campaign) &&
        priority(turn, other) > priority(turn, enrollment),
    );
  if (rival?.state.status === "planned") {
    const from = Math.max(turn.at, rival.state.dueAt) + sendLeaseMs;
    return { reason: "priority", rule: rival.campaign, from };
  }
  const cap = capAt(turn, turn.at);
  if (cap) return { reason: "cap", rule: cap.cap, from: cap.at };
  const moment = firstAllowed(turn, touch, channel, turn.at);
  if (moment?.at === turn.at) return undefined;
  return { reason: "hours", rule: "hours", from: turn.at };
}

function move(
  turn: Turn,
  enrollment: Enrollment,
  touch: TouchRef,
  channel: Channel,
  why: { readonly reason: MoveReason; readonly rule: string; readonly from: Instant },
): void {
  const moment = firstAllowed(turn, touch, channel, why.from);
  const notAfter = enrollment.state.status === "planned" ? enrollment.state.notAfter : turn.at;
  if (!moment || moment.at > notAfter) {
    withhold(turn, touch, enrollment.version, "stale", channel);
    return goOn(turn, enrollment, "undeliverable", "silence");
  }
  turn.emit({
    type: "touch-moved",
    at: turn.at,
    touch,
    channel,
    dueAt: moment.at,
    reason: why.reason,
    rule: why.rule,
  });
}

/** The point went bad since the touch was planned: another channel of the step, or onwards. */
function tryOtherChannel(
  turn: Turn,
  enrollment: Enrollment,
  touch: TouchRef,
  channel: Channel,
): void {
  withhold(turn, touch, enrollment.version, "bad-point", channel);
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  const others = step?.kind === "send" ? step.over.filter((other) => other !== channel) : [];
  if (step?.kind === "send" && others.length > 0) return planSend(turn, enrollment, step, others);
  goOn(turn, enrollment, "undeliverable", "silence");
}

/** Direct answers go first, at any hour, and outside the caps. True when one was claimed. */
function claimNotice(turn: Turn, channel: Channel): boolean {
  for (const notice of turn.record().notices) {
    if (notice.channel !== channel || notice.dueAt > turn.at) continue;
    const touch = noticeTouch(notice);
    const reason = reasonToWithhold(turn, notice);
    if (reason) {
      withhold(turn, touch, 0, reason, channel);
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
  if (record.optedOut && notice.kind === "opted-in") return "opted-out";
  return undefined;
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
