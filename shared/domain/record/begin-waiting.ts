import type { Channel } from "../patient/contact-point.ts";
import { addDuration } from "../time.ts";
import { onChannel } from "./counted.ts";
import { withhold } from "./end-enrollment.ts";
import { type EnrollmentRef, enrollmentRef } from "./event.ts";
import type { RecentTouch } from "./record.ts";
import type { TouchRef } from "./touch.ts";
import { campaignOf, enrollmentAt, enrollmentOf, type Turn, zoneOf } from "./turn.ts";

/** The touch was made; silence counts from here. Funnel stages are told once. */
export function beginWaiting(turn: Turn, touch: TouchRef, channel: Channel): void {
  const enrollment = enrollmentOf(turn, touch);
  if (!enrollment) return;
  reachStage(turn, enrollment, "touched", channel);
  const isHere =
    enrollment.step === touch.step &&
    enrollment.occurrences[touch.step] === touch.occurrence &&
    enrollment.state.status === "sending";
  const step = campaignOf(turn, enrollment)?.steps[touch.step];
  if (!isHere || !step || !(step.kind === "send" || step.kind === "call")) return;
  turn.emit({
    ...enrollmentRef(touch),
    type: "wait-began",
    at: turn.at,
    step: touch.step,
    until: addDuration(turn.at, step.wait, zoneOf(turn), turn.rules.business),
    for: "reply",
    channel,
  });
}

/**
 * A message that carried the news of other campaigns is on its way: their own touches are not made,
 * and their silence counts from here as if they had been.
 */
export function settleMerged(
  turn: Turn,
  { touch: carrier, channel, with: others = [] }: RecentTouch,
): void {
  for (const touch of others) {
    const enrollment = enrollmentAt(turn, touch);
    const step = enrollment && campaignOf(turn, enrollment)?.steps[touch.step];
    if (enrollment?.state.status !== "planned" || step?.kind !== "send") continue;
    const { version } = enrollment;
    withhold(turn, touch, { version, channel, reason: "merged", rule: carrier.campaign });
    reachStage(turn, enrollment, "touched", channel);
    turn.emit({
      ...enrollmentRef(touch),
      type: "wait-began",
      at: turn.at,
      step: touch.step,
      until: addDuration(turn.at, step.wait, zoneOf(turn), turn.rules.business),
      for: "reply",
      channel,
      isMerged: true,
    });
  }
}

const stages = ["enrolled", "touched", "delivered", "answered"] as const;

/** Tells each stage up to this one that the enrollment had not reached yet. */
export function reachStage(
  turn: Turn,
  ref: EnrollmentRef,
  stage: "touched" | "delivered" | "answered",
  channel: Channel,
): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  const from = stages.indexOf(enrollment.stage);
  for (const passed of stages.slice(from + 1, stages.indexOf(stage) + 1)) {
    if (passed === "enrolled") continue;
    turn.emit({
      ...enrollmentRef(ref),
      type: "stage-reached",
      at: turn.at,
      version: enrollment.version,
      stage: passed,
      ...onChannel(enrollment, channel),
    });
  }
}
