import { noticeNotAfterMs, openTasksPerPatientMax, safetyNoticeNotAfterMs } from "../limits.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Tier, Understanding } from "../reply/understanding.ts";
import { type ReplyRoute, replyRoute } from "../task/reply-route.ts";
import { addDuration } from "../time.ts";
import type { Command } from "./command.ts";
import { isSafetyNotice, type NoticeKind } from "./notice.ts";
import { openQuestion } from "./open-question.ts";
import { openTask } from "./open-task.ts";
import { optOut } from "./opt-out.ts";
import { recordReceipt } from "./receipt.ts";
import { enter, goOn, reachStage } from "./step.ts";
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
  openReplyTask(turn, reply, {
    reason: "wrong-number",
    queue: "registration",
    priority: "routine",
    within: { unit: "business-days", count: 1 },
    holds: false,
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

/** Emergencies are answered with the fixed texts; whatever a person must read becomes a task. */
function hearRedFlag(turn: Turn, reply: Reply): void {
  const { tier, wrongNumber } = reply.understanding;
  if (tier === "T0") answerBack(turn, reply, "crisis");
  if (tier === "T1") answerBack(turn, reply, "emergency");
  const route = replyRoute(reply.understanding);
  // A wrong number has its own task already; only an emergency there needs another.
  if (route && (!wrongNumber || route.holds)) openReplyTask(turn, reply, route, tier);
}

/** The words go where the question leads, unless an emergency or an opt-out comes first. */
function hearAnswer(turn: Turn, reply: Reply): void {
  const { answer, optOut: out, wrongNumber } = reply.understanding;
  const isHeldBack = out || wrongNumber || replyRoute(reply.understanding)?.holds === true;
  if (answer === undefined || isHeldBack) return;
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

function openReplyTask(turn: Turn, reply: Reply, route: ReplyRoute, tier?: Tier): void {
  // A flood of ordinary texts must not grow the record without bound; emergencies always open.
  if (!route.holds && turn.record().tasks.length >= openTasksPerPatientMax) return;
  const { reason, queue, priority, holds } = route;
  const deadline = addDuration(turn.at, route.within, zoneOf(turn), turn.rules.business);
  openTask(
    turn,
    { id: `${reason}:${reply.reply}`, reason, queue, priority, deadline, holds },
    tier,
  );
}
