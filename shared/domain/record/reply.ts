import { isRevoked } from "../contact/permission.ts";
import type { Understanding } from "../reply/understanding.ts";
import { replyRoute } from "../task/reply-route.ts";
import { answerBack, dayOfDeadline, staffedKind } from "./answer-back.ts";
import { reachStage } from "./begin-waiting.ts";
import type { Command } from "./command.ts";
import {
  hearDeath,
  hearKeep,
  hearLanguage,
  hearOptIn,
  hearOptOut,
  hearWrongNumber,
} from "./hear-permission.ts";
import type { NoticeKind } from "./notice.ts";
import { openQuestions } from "./open-question.ts";
import { openReplyTask } from "./open-reply-task.ts";
import { recordReceipt } from "./receipt.ts";
import { enter } from "./step.ts";
import { campaignOf, enrollmentOf, type Turn } from "./turn.ts";

/** More would not explain more, and an event is stored beside its record. */
const spansKeptMax = 12;

type Reply = Command & { type: "receive-reply" };

/**
 * The patient said something. Every meaning is acted on, not only the first: "STOP I have chest
 * pain" opts out, answers with the emergency text and opens the urgent task, in one write.
 * Nothing that a person ought to read is dropped: it becomes a task.
 */
export function receiveReply(turn: Turn, reply: Reply): void {
  if (turn.record().heard.includes(reply.reply)) return;
  const { understanding, readBy, speaker } = reply;
  // On the page of another owner of the phone it is somebody else's emergency, with a task there.
  const isPatient = speaker === "patient";
  const tier = isPatient ? understanding.tier : undefined;
  const spans = understanding.spans.slice(0, spansKeptMax);
  turn.emit({
    type: "reply-received",
    at: turn.at,
    reply: reply.reply,
    channel: reply.channel,
    meanings: meaningsOf(understanding),
    ...(tier ? { tier } : {}),
    ...(isPatient ? { spans, readBy } : {}),
  });
  if (reply.touch) {
    const receipt = { is: "delivered", by: "person" } as const;
    recordReceipt(turn, { type: "record-receipt", at: turn.at, touch: reply.touch, receipt });
  }
  hearOptOut(turn, reply);
  hearWrongNumber(turn, reply);
  if (speaker === "other-owner") return;
  hearKeep(turn, reply);
  hearOptIn(turn, reply);
  hearLanguage(turn, reply);
  if (understanding.help) answerBack(turn, reply, "help");
  hearDeath(turn, reply);
  hearNeed(turn, reply);
  hearAnswer(turn, reply);
}

function meaningsOf(understanding: Understanding): readonly string[] {
  const { answer, language, reasons } = understanding;
  const flags = {
    "opt-out": understanding.optOut,
    "opt-in": understanding.optIn,
    keep: understanding.keep,
    help: understanding.help,
    "wrong-number": understanding.wrongNumber,
    "wants-person": understanding.wantsPerson,
    death: understanding.isDeath,
    violence: understanding.isViolence,
    review: understanding.review,
  };
  return [
    ...Object.entries(flags).flatMap(([name, holds]) => (holds ? [name] : [])),
    ...(answer === undefined ? [] : [`answer:${answer}`]),
    ...(language === undefined ? [] : [`language:${language}`]),
    ...reasons.map((reason) => `reason:${reason}`),
  ];
}

/** Emergencies are answered with the fixed texts; whatever a person must read becomes a task. */
function hearNeed(turn: Turn, reply: Reply): void {
  const { tier, wrongNumber, isDeath } = reply.understanding;
  const route = replyRoute(reply.understanding);
  if (!route) return;
  // A wrong number has its own task already; only an emergency there needs another.
  const isNeeded = !wrongNumber || route.holds;
  const deadline = isNeeded ? openReplyTask(turn, reply, route, tier) : undefined;
  const kind = isDeath ? undefined : kindOf(turn, reply.understanding);
  if (kind === undefined || wrongNumber) return;
  const promises = kind === "nurse" && deadline !== undefined;
  answerBack(turn, reply, kind, promises ? { by: dayOfDeadline(turn, deadline) } : {});
}

/**
 * The fixed text for a need, by tier (triage F2). Violence at home is answered by a person alone:
 * no text may name it on a phone that others read. What nobody understood is not answered at all,
 * or two machines would talk to each other.
 */
function kindOf(turn: Turn, understanding: Understanding): NoticeKind | undefined {
  const { tier, isViolence, wantsPerson, reasons, answer } = understanding;
  if (tier === "T0") return staffedKind(turn, "crisis");
  if (tier === "T1") return staffedKind(turn, "emergency");
  if (isViolence || isRevoked(turn.record().permissions, {})) return undefined;
  if (tier === "T2") return staffedKind(turn, "urgent");
  if (tier === "T3") return "nurse";
  const isService = tier === "T4" || wantsPerson || reasons.length > 0;
  return isService && answer === undefined ? "person" : undefined;
}

/** The words go where the question leads, unless an emergency or an opt-out comes first. */
function hearAnswer(turn: Turn, reply: Reply): void {
  const { answer, value, optOut: out, wrongNumber } = reply.understanding;
  const isHeldBack = out || wrongNumber || replyRoute(reply.understanding)?.holds === true;
  if (answer === undefined || isHeldBack) return;
  const question = questionOf(turn, reply);
  const enrollment = question && enrollmentOf(turn, question.enrollment);
  if (!question || !enrollment) return;
  turn.emit({
    ...question.enrollment,
    type: "answered",
    at: turn.at,
    step: question.step,
    answer,
    ...(value === undefined ? {} : { value }),
    channel: reply.channel,
  });
  reachStage(turn, question.enrollment, "answered", reply.channel);
  const { state } = enrollment;
  if (state.status === "escalated") {
    // An agent already has this patient: what was said is for that agent, not for the ladder.
    turn.emit({ type: "task-updated", at: turn.at, task: state.task, reply: reply.reply });
    return;
  }
  const step = campaignOf(turn, enrollment)?.steps[question.step];
  const target = step && "answers" in step ? step.next[answer] : undefined;
  if (target !== undefined) enter(turn, question.enrollment, target);
}

/** The question that the words were read for, if it is still open; else the one that is. */
function questionOf(turn: Turn, { channel, touch, question: read }: Reply) {
  const from = { channel, ...(touch ? { touch } : {}) };
  const open = openQuestions(turn.record(), turn.rules.campaign, turn.at, from);
  if (read === undefined) return open[0];
  return open.find(
    ({ enrollment, step }) =>
      step === read.step &&
      enrollment.campaign === read.campaign &&
      enrollment.episode === read.episode,
  );
}
