import { haltOn, lookAgainAfterMs } from "../contact/halt.ts";
import { arbitrationMaxMs, sendLeaseMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { addDuration, hourMs, type Instant } from "../time.ts";
import { mergesWith, priorityOf, yieldsTo } from "./arbiter.ts";
import { claimNotice } from "./claim-notice.ts";
import { holdOf } from "./due.ts";
import { endEnrollment, withhold } from "./end-enrollment.ts";
import { capAt, firstAllowed, startBy } from "./moment.ts";
import { usablePoint } from "./permission.ts";
import { isPlanned, type Planned } from "./planned.ts";
import type { Enrollment } from "./record.ts";
import { standingOf } from "./standing.ts";
import { goOn, planSend, without } from "./step.ts";
import type { TouchRef } from "./touch.ts";
import type { MoveReason, WithholdReason } from "./touch-event.ts";
import { campaignOf, enrollmentOf, type Turn, touchAt, zoneOf, zonesOf } from "./turn.ts";
import { voicemailOf } from "./voicemail.ts";

/** A paused campaign is looked at again this much later. */
const pausedAgainMs = hourMs;

/**
 * A worker of one channel asks for the next due touch. Everything that may forbid it is checked
 * here, on the very record that the claim is written to: permission, hours, caps, goal and
 * eligibility, staleness, holds, priority. At most one touch is claimed; touches that may not go
 * are moved or withheld on the way, each with its reason.
 */
export function claim(turn: Turn, channel: Channel): void {
  if (turn.record().inFlight) return;
  if (claimNotice(turn, channel)) return;
  if (holdOf(turn.record()) !== undefined) return;
  for (const enrollment of dueEnrollments(turn, channel)) {
    if (claimTouch(turn, enrollment, channel)) return;
  }
}

/** Enrollments whose touch is due on this channel, most important first. */
function dueEnrollments(turn: Turn, channel: Channel): readonly Enrollment[] {
  return turn
    .record()
    .enrollments.filter(isPlanned)
    .filter(({ state }) => state.channel === channel && state.dueAt <= turn.at)
    .toSorted((a, b) => priorityOf(turn, b) - priorityOf(turn, a));
}

/** Claims the enrollment's touch, or moves or withholds it; true when it was claimed. */
function claimTouch(turn: Turn, stale: Enrollment, channel: Channel): boolean {
  // An earlier one in this turn may have ended or moved this enrollment.
  const enrollment = enrollmentOf(turn, stale);
  if (enrollment === undefined || !isPlanned(enrollment)) return false;
  const standing = standingOf(turn, enrollment);
  if (standing.is === "over") {
    endEnrollment(turn, enrollment, standing.reason, standing.reason);
    return false;
  }
  const { campaign } = standing;
  const { notAfter } = enrollment.state;
  const touch = touchAt(enrollment);
  if (turn.at > notAfter) {
    drop(turn, enrollment, channel);
    return false;
  }
  const usable = usablePoint(turn, campaign, channel);
  if ("refused" in usable) {
    tryOtherChannel(turn, enrollment, { channel, ...usable });
    return false;
  }
  const later = reasonToMove(turn, enrollment, touch, channel);
  if (later) {
    move(turn, enrollment, channel, later);
    return false;
  }
  const by = startBy(turn, channel, notAfter);
  if (by === undefined) return false;
  const others = mergesWith(turn, enrollment, channel);
  const voicemail = voicemailOf(turn.record().touches, campaign, { touch, at: turn.at });
  turn.emit({
    type: "touch-claimed",
    at: turn.at,
    touch,
    version: enrollment.version,
    channel,
    point: usable.point,
    leaseUntil: turn.at + sendLeaseMs,
    startBy: by,
    notAfter,
    zones: zonesOf(turn),
    isNotice: false,
    purpose: campaign.purpose,
    ...(voicemail === undefined ? {} : { voicemail }),
    ...(others.length > 0 ? { with: others } : {}),
  });
  return true;
}

interface Later {
  readonly reason: MoveReason;
  readonly rule: string;
  readonly from: Instant;
}

function reasonToMove(
  turn: Turn,
  enrollment: Enrollment,
  touch: TouchRef,
  channel: Channel,
): Later | undefined {
  const halt = haltOn(turn.rules.halts, channel);
  if (halt) {
    const from = turn.at + lookAgainAfterMs(halt, turn.at);
    return { reason: "halted", rule: halt.what, from };
  }
  if (turn.rules.isPaused(enrollment.campaign)) {
    return { reason: "paused", rule: enrollment.campaign, from: turn.at + pausedAgainMs };
  }
  const other = yieldsTo(turn, enrollment, channel);
  if (other) return other;
  const cap = capAt(turn, { touch, channel, at: turn.at });
  if (cap) return { reason: "cap", rule: cap.cap, from: cap.at };
  const moment = firstAllowed(turn, touch, channel, turn.at);
  if (moment === turn.at) return undefined;
  return { reason: "hours", rule: "hours", from: turn.at };
}

/**
 * Plans it for the first moment from then on. What had to let others pass is planned anew, so that
 * a fourth contact of a week waits and is not dropped; but it does not wait for ever.
 */
function move(turn: Turn, enrollment: Planned, channel: Channel, later: Later): void {
  const { state } = enrollment;
  const { reason, rule, from } = later;
  const touch = touchAt(enrollment);
  const moment = firstAllowed(turn, touch, channel, from);
  const isPlannedAnew = reason === "cap" || reason === "priority" || reason === "thread";
  const latest = isPlannedAnew
    ? (state.firstDueAt ?? state.dueAt) + arbitrationMaxMs
    : state.notAfter;
  if (moment === undefined || moment > latest) return drop(turn, enrollment, channel);
  turn.emit({
    type: "touch-moved",
    at: turn.at,
    touch,
    channel,
    dueAt: moment,
    reason,
    rule,
    ...(isPlannedAnew ? { notAfter: staleFrom(turn, enrollment, moment) } : {}),
  });
}

function staleFrom(turn: Turn, enrollment: Planned, dueAt: Instant): Instant {
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  const { notAfter: before } = enrollment.state;
  if (step?.kind !== "send" && step?.kind !== "call") return before;
  const after = addDuration(dueAt, step.notAfter, zoneOf(turn), turn.rules.business);
  return Math.max(before, after);
}

function drop(turn: Turn, enrollment: Enrollment, channel: Channel): void {
  const { version } = enrollment;
  withhold(turn, touchAt(enrollment), { version, channel, reason: "stale" });
  goOn(turn, enrollment, "undeliverable", "silence");
}

/** The channel may not be used any more since the touch was planned: another one, or onwards. */
function tryOtherChannel(
  turn: Turn,
  enrollment: Enrollment,
  why: { readonly channel: Channel; readonly refused: WithholdReason; readonly rule?: string },
): void {
  const { channel, refused: reason, rule } = why;
  const { version } = enrollment;
  const because = { version, channel, reason, ...(rule === undefined ? {} : { rule }) };
  withhold(turn, touchAt(enrollment), because);
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  const others = step?.kind === "send" ? without(step.over, channel) : [];
  if (step?.kind === "send" && others.length > 0) return planSend(turn, enrollment, step, others);
  goOn(turn, enrollment, "undeliverable", "silence");
}
