import type { CampaignId } from "../campaign/campaign.ts";
import { mergedTouchesMax, sendLeaseMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { dayMs, hourMs, type Instant } from "../time.ts";
import { nextDayStart } from "../zone.ts";
import { isUsable } from "./permission.ts";
import { isPlanned, type Planned } from "./planned.ts";
import type { Enrollment } from "./record.ts";
import { standingOf } from "./standing.ts";
import type { TouchRef } from "./touch.ts";
import { campaignOf, type Turn, touchAt, zonesOf } from "./turn.ts";

/** Another campaign of the same patient goes first. */
export interface Yield {
  readonly reason: "priority" | "thread";
  readonly rule: CampaignId;
  /** From when on this one may be looked at again. */
  readonly from: Instant;
}

export function priorityOf(turn: Turn, enrollment: Enrollment): number {
  return campaignOf(turn, enrollment)?.priority ?? 0;
}

/**
 * Which other campaign this touch must let pass: one that matters more and is due within a day, or
 * one whose question is still open, so that "1" can only mean one thing.
 */
export function yieldsTo(turn: Turn, enrollment: Enrollment, channel: Channel): Yield | undefined {
  for (const other of turn.record().enrollments) {
    if (isPlanned(other) && isNextOf(turn, other, enrollment)) {
      const from = Math.max(turn.at, other.state.dueAt) + sendLeaseMs;
      return { reason: "priority", rule: other.campaign, from };
    }
    const open = asksByWriting(turn, enrollment, channel) ? threadEnd(turn, other) : undefined;
    if (open !== undefined && open > turn.at) {
      return { reason: "thread", rule: other.campaign, from: open };
    }
  }
  return undefined;
}

/** It matters more, and is due within a day. */
function isNextOf(turn: Turn, other: Planned, than: Enrollment): boolean {
  const isSoon = other.state.dueAt < turn.at + dayMs && !turn.rules.isPaused(other.campaign);
  return isSoon && priorityOf(turn, other) > priorityOf(turn, than);
}

/** A call asks and hears its own answer; texts and mails share one conversation. */
function asksByWriting(turn: Turn, enrollment: Enrollment, channel: Channel): boolean {
  return channel !== "voice" && isQuestion(turn, enrollment, enrollment.step);
}

function isQuestion(turn: Turn, enrollment: Enrollment, name: string): boolean {
  const step = campaignOf(turn, enrollment)?.steps[name];
  if (step === undefined || !("answers" in step)) return false;
  return Object.keys(step.answers).length > 0 || step.takes !== undefined;
}

/** Until when this enrollment's question has the conversation to itself. */
function threadEnd(turn: Turn, enrollment: Enrollment): Instant | undefined {
  const { state, asked, step } = enrollment;
  if (state.status !== "waiting" || state.channel === "voice") return undefined;
  const question = asked?.[state.channel];
  if (question?.step !== step || !isQuestion(turn, enrollment, step)) return undefined;
  return question.at + turn.rules.policy.threadHours * hourMs;
}

/**
 * Touches of other campaigns that would go out on the same channel later this day: one message
 * carries the news of all. A sensitive campaign is never named in another's message, nor another in
 * its own.
 */
export function mergesWith(
  turn: Turn,
  enrollment: Enrollment,
  channel: Channel,
): readonly TouchRef[] {
  if (!turn.rules.policy.mergesSameDay || !isMergeable(turn, enrollment)) return [];
  const dayEnd = Math.min(...zonesOf(turn).map((zone) => nextDayStart(turn.at, zone)));
  return turn
    .record()
    .enrollments.filter(isPlanned)
    .filter(
      (other) =>
        other.campaign !== enrollment.campaign &&
        other.state.channel === channel &&
        other.state.dueAt < dayEnd &&
        isMergeable(turn, other) &&
        isAllowed(turn, other, channel),
    )
    .slice(0, mergedTouchesMax)
    .map(touchAt);
}

function isMergeable(turn: Turn, enrollment: Enrollment): boolean {
  const campaign = campaignOf(turn, enrollment);
  return campaign?.steps[enrollment.step]?.kind === "send" && campaign.sensitivity !== "sensitive";
}

/** All that its own claim would check, but hours and caps, which are those of the message. */
function isAllowed(turn: Turn, enrollment: Planned, channel: Channel): boolean {
  const standing = standingOf(turn, enrollment);
  return (
    standing.is === "standing" &&
    enrollment.state.notAfter >= turn.at &&
    !turn.rules.isPaused(enrollment.campaign) &&
    isUsable(turn, standing.campaign, channel)
  );
}
