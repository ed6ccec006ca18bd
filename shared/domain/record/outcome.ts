import { receiptDeadlineMs, releaseBackoffMs, releasesPerTouchMax } from "../limits.ts";
import { beginWaiting, settleMerged } from "./begin-waiting.ts";
import type { Command, SendOutcome } from "./command.ts";
import { withhold } from "./end-enrollment.ts";
import { noteFailure } from "./failure.ts";
import { optOut } from "./opt-out.ts";
import type { RecentTouch } from "./record.ts";
import { goOn } from "./step.ts";
import { enrollmentAt, recentTouch, type Turn } from "./turn.ts";

/**
 * What the provider said to a claimed touch. Only a touch that is still claimed is changed: after
 * the lease ran out it is `unknown`, and only a receipt or its deadline closes it (law 3).
 */
export function recordOutcome(turn: Turn, command: Command & { type: "record-outcome" }): void {
  const recent = recentTouch(turn, command.touch);
  if (!recent) return;
  const { outcome } = command;
  // The worker was slow, and yet it knows: an acceptance closes even an unknown.
  const isOpen = recent.status === "claimed" || (recent.status === "unknown" && isSure(outcome));
  if (!isOpen) return;
  switch (outcome.is) {
    case "accepted":
      turn.emit({
        type: "touch-accepted",
        at: turn.at,
        touch: recent.touch,
        channel: recent.channel,
        providerId: outcome.providerId,
      });
      settleMerged(turn, recent);
      return beginWaiting(turn, recent.touch, recent.channel);
    case "refused":
      return refuse(turn, recent, outcome.reason);
    case "released":
      return release(turn, recent, outcome);
    case "withheld":
      return withholdClaimed(turn, recent, outcome.reason);
    case "unknown":
      return markUnknown(turn, recent, outcome.reason);
  }
}

function isSure(outcome: SendOutcome): boolean {
  return outcome.is === "accepted" || outcome.is === "refused";
}

/** Nobody can tell whether it went: never resent, closed by a receipt or at its deadline. */
export function markUnknown(turn: Turn, recent: RecentTouch, reason: string): void {
  turn.emit({
    type: "touch-unknown",
    at: turn.at,
    touch: recent.touch,
    channel: recent.channel,
    deadline: recent.at + receiptDeadlineMs,
    reason,
  });
  // Perhaps it went: then the others' news did, too.
  settleMerged(turn, recent);
}

function refuse(
  turn: Turn,
  recent: RecentTouch,
  reason: Extract<SendOutcome, { is: "refused" }>["reason"],
): void {
  const { touch, channel, point } = recent;
  const enrollment = enrollmentAt(turn, touch);
  turn.emit({ type: "touch-failed", at: turn.at, touch, channel, reason });
  if (reason === "opted-out-at-carrier") return learnOptOut(turn, recent);
  noteFailure(turn, point, reason);
  if (enrollment) goOn(turn, enrollment, "undeliverable", "silence");
}

/** Let go and not tried again: the enrollment goes on as if nobody could be reached there. */
function withholdClaimed(
  turn: Turn,
  { touch, channel }: RecentTouch,
  reason: Extract<SendOutcome, { is: "withheld" }>["reason"],
): void {
  const enrollment = enrollmentAt(turn, touch);
  turn.emit({ type: "touch-released", at: turn.at, touch, reason, retryAt: turn.at });
  withhold(turn, touch, { version: enrollment?.version ?? 0, channel, reason });
  if (enrollment) goOn(turn, enrollment, "undeliverable", "silence");
}

/** The carrier knows of an opt-out that never reached us. */
function learnOptOut(turn: Turn, { touch, point }: RecentTouch): void {
  const reference = `touch:${touch.campaign}/${touch.episode}/${touch.step}/${touch.occurrence}`;
  optOut(turn, { via: "carrier", from: point, evidence: { by: "carrier", reference } });
}

function release(
  turn: Turn,
  recent: RecentTouch,
  outcome: Extract<SendOutcome, { is: "released" }>,
): void {
  const { touch, channel } = recent;
  const enrollment = enrollmentAt(turn, touch);
  const notice = turn.record().notices.find((planned) => planned.reply === touch.episode);
  const state = enrollment?.state;
  const releases =
    state?.status === "sending" ? state.releases : recent.isNotice ? notice?.releases : undefined;
  const retryAt = turn.at + (outcome.retryAfterMs ?? releaseBackoffMs);
  if (releases === undefined) {
    // Its enrollment ended while it was held: it never went, and it never will.
    turn.emit({ type: "touch-released", at: turn.at, touch, reason: outcome.reason, retryAt });
    return withhold(turn, touch, { version: 0, channel, reason: "enrollment-ended" });
  }
  if (releases + 1 >= releasesPerTouchMax) {
    turn.emit({ type: "touch-failed", at: turn.at, touch, channel, reason: "released-too-often" });
    if (enrollment) goOn(turn, enrollment, "undeliverable", "silence");
    return;
  }
  turn.emit({ type: "touch-released", at: turn.at, touch, reason: outcome.reason, retryAt });
}
