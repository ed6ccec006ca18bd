import type { TaskPriority } from "../campaign/campaign.ts";
import type { Duration } from "../duration.ts";
import { noticeNotAfterMs, openTasksPerPatientMax, safetyNoticeNotAfterMs } from "../limits.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Tier, Understanding } from "../reply/understanding.ts";
import { addDuration } from "../time.ts";
import type { Command } from "./command.ts";
import { isSafetyNotice, type NoticeKind } from "./notice.ts";
import { openQuestion } from "./open-question.ts";
import { optOut } from "./opt-out.ts";
import { recordReceipt } from "./receipt.ts";
import { enter, goOn, reachStage } from "./step.ts";
import { openTask } from "./task.ts";
import { campaignOf, enrollmentOf, type Turn, zoneOf } from "./turn.ts";

type Reply = Command & { type: "receive-reply" };

/**
 * The patient said something. Every meaning is acted on, not only the first: "STOP I have chest
 * pain" opts out, answers with the emergency text and opens the urgent task, in one write.
 * Nothing that a person ought to read is dropped: it becomes a task.
 */
export function receiveReply(turn: Turn, reply: Reply): void {
  if (turn.record().heard.includes(reply.reply)) return;
  const { understanding } = reply;
  turn.emit({
    type: "reply-received",
    at: turn.at,
    reply: reply.reply,
    channel: reply.channel,
    meanings: meaningsOf(understanding),
    ...(understanding.tier ? { tier: understanding.tier } : {}),
  });
  if (reply.touch) {
    const receipt = { is: "delivered", by: "person" } as const;
    recordReceipt(turn, { type: "record-receipt", at: turn.at, touch: reply.touch, receipt });
  }
  hearOptOut(turn, reply);
  hearWrongNumber(turn, reply);
  if (reply.speaker === "other-owner") return;
  hearOptInAndHelp(turn, reply);
  hearRedFlag(turn, reply);
  hearAnswer(turn, reply);
}

function meaningsOf(understanding: Understanding): readonly string[] {
  const { optOut: out, optIn, help, wrongNumber, answer, review } = understanding;
  return [
    ...(out ? ["opt-out"] : []),
    ...(optIn ? ["opt-in"] : []),
    ...(help ? ["help"] : []),
    ...(wrongNumber ? ["wrong-number"] : []),
    ...(answer === undefined ? [] : [`answer:${answer}`]),
    ...(review ? ["review"] : []),
  ];
}

function hearOptOut(turn: Turn, reply: Reply): void {
  if (!reply.understanding.optOut) return;
  const isNew = turn.record().optedOut === undefined;
  optOut(turn, reply.channel);
  // One confirmation, however often STOP is said; other owners of the phone get none of their own.
  if (isNew && reply.speaker === "patient") answerBack(turn, reply, "opted-out");
}

function hearWrongNumber(turn: Turn, reply: Reply): void {
  if (!reply.understanding.wrongNumber) return;
  const point = reply.point ?? turn.record().reach.points[reply.channel];
  if (point === undefined || turn.record().badPoints.includes(point)) return;
  if (reply.speaker === "patient") answerBack(turn, reply, "wrong-number");
  turn.emit({ type: "point-invalidated", at: turn.at, point, reason: "wrong-number" });
  openReplyTask(turn, reply, "wrong-number", {
    queue: "registration",
    priority: "routine",
    within: { unit: "business-days", count: 1 },
  });
  for (const enrollment of turn.record().enrollments) {
    const { state } = enrollment;
    const isHere = state.status === "waiting" && state.channel === reply.channel;
    if (isHere) goOn(turn, enrollment, "undeliverable", "silence");
  }
}

function hearOptInAndHelp(turn: Turn, reply: Reply): void {
  const { optIn, optOut: out, help } = reply.understanding;
  if (optIn && !out && turn.record().optedOut) {
    turn.emit({ type: "opted-in", at: turn.at, via: reply.channel });
    answerBack(turn, reply, "opted-in");
  }
  if (help) answerBack(turn, reply, "help");
}

interface Route {
  readonly queue: string;
  readonly priority: TaskPriority;
  readonly within: Duration;
}

/** Who reads which tier, how soon (triage F2; our own service levels). */
const routes: Readonly<Record<Tier, Route>> = {
  T0: { queue: "crisis", priority: "stat", within: { unit: "minutes", count: 5 } },
  T1: { queue: "nurse", priority: "stat", within: { unit: "minutes", count: 10 } },
  T2: { queue: "nurse", priority: "urgent", within: { unit: "minutes", count: 60 } },
  T3: { queue: "nurse", priority: "routine", within: { unit: "business-days", count: 1 } },
  T4: { queue: "service", priority: "routine", within: { unit: "business-days", count: 1 } },
};

/** Tiers after which every campaign rests until a person says go on. */
const holdingTiers: readonly Tier[] = ["T0", "T1", "T2"];

function hearRedFlag(turn: Turn, reply: Reply): void {
  const { tier, review, answer, optOut: out, help, wrongNumber } = reply.understanding;
  if (tier === "T0") answerBack(turn, reply, "crisis");
  if (tier === "T1") answerBack(turn, reply, "emergency");
  if (tier) return openReplyTask(turn, reply, `reply-${tier}`, routes[tier], tier);
  const isSettled = answer !== undefined || (out && !review) || help || wrongNumber;
  if (review && !isSettled) openReplyTask(turn, reply, "read-reply", routes.T3);
}

/** The words go where the question leads, unless an emergency or an opt-out comes first. */
function hearAnswer(turn: Turn, reply: Reply): void {
  const { answer, tier, optOut: out, wrongNumber } = reply.understanding;
  if (answer === undefined || out || wrongNumber || (tier && holdingTiers.includes(tier))) return;
  const book = turn.rules.campaign;
  const question = openQuestion(turn.record(), book, turn.at, reply.touch);
  const enrollment = question && enrollmentOf(turn, question.enrollment);
  if (!question || !enrollment) return;
  turn.emit({
    ...question.enrollment,
    type: "answered",
    at: turn.at,
    step: question.step,
    answer,
    channel: reply.channel,
  });
  reachStage(turn, question.enrollment, "answered");
  // An agent already has this patient: what was said is for that agent, not for the ladder.
  if (enrollment.state.status === "escalated") return;
  const step = campaignOf(turn, enrollment)?.steps[question.step];
  const target = step && "answers" in step ? step.next[answer] : undefined;
  if (target !== undefined) enter(turn, question.enrollment, target);
}

function answerBack(turn: Turn, reply: Reply, kind: NoticeKind): void {
  const to = pointToAnswer(turn, reply, kind);
  if (!to) return;
  const notAfterMs = isSafetyNotice(kind) ? safetyNoticeNotAfterMs : noticeNotAfterMs;
  turn.emit({
    type: "notice-planned",
    at: turn.at,
    kind,
    reply: reply.reply,
    channel: to.channel,
    point: to.point,
    notAfter: turn.at + notAfterMs,
  });
}

/**
 * Where the answer goes: back to where the words came from. What was said on a call was answered
 * on the call, except that safety words follow as a text where that is possible.
 */
function pointToAnswer(
  turn: Turn,
  reply: Reply,
  kind: NoticeKind,
): { readonly channel: Channel; readonly point: PointId } | undefined {
  const { points } = turn.record().reach;
  if (reply.channel !== "voice") {
    const point = reply.point ?? points[reply.channel];
    return point === undefined ? undefined : { channel: reply.channel, point };
  }
  return isSafetyNotice(kind) && points.sms !== undefined
    ? { channel: "sms", point: points.sms }
    : undefined;
}

function openReplyTask(turn: Turn, reply: Reply, reason: string, route: Route, tier?: Tier): void {
  const isHolding = tier !== undefined && holdingTiers.includes(tier);
  // A flood of ordinary texts must not grow the record without bound; emergencies always open.
  if (!isHolding && turn.record().tasks.length >= openTasksPerPatientMax) return;
  openTask(
    turn,
    {
      id: `${reason}:${reply.reply}`,
      reason,
      queue: route.queue,
      priority: route.priority,
      deadline: addDuration(turn.at, route.within, zoneOf(turn), turn.rules.business),
      holds: isHolding,
    },
    tier,
  );
}
