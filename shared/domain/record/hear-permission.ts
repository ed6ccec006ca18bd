import type { Purpose } from "../campaign/purpose.ts";
import { type Evidence, isRevoked, type PermissionScope } from "../contact/permission.ts";
import { spokenLanguages } from "../message/spoken-languages.ts";
import type { PointId } from "../patient/contact-point.ts";
import { answerBack } from "./answer-back.ts";
import { takesNoTexts } from "./carrier-list.ts";
import type { Command } from "./command.ts";
import { openReplyTask } from "./open-reply-task.ts";
import { endNarrowing, keepOthers, optOut } from "./opt-out.ts";
import type { PatientRecord } from "./record.ts";
import { replyEvidence } from "./reply-evidence.ts";
import { campaignOf, type Turn } from "./turn.ts";
import { findNumber, leave } from "./wrong-number.ts";

type Reply = Command & { type: "receive-reply" };

/** STOP, on any channel, in any words: everything stops with this write, and is confirmed once. */
export function hearOptOut(turn: Turn, reply: Reply): void {
  if (!reply.understanding.optOut) return;
  // Said again while we ask which it was for, it is for everything.
  if (turn.record().narrowing) return endNarrowing(turn);
  const isNew = !isRevoked(turn.record().permissions, {});
  const mayBeFor = reply.speaker === "patient" ? purposeAnswered(turn, reply) : undefined;
  optOut(turn, {
    via: reply.channel,
    ...fromOf(turn, reply),
    evidence: evidenceOf(reply, "opt-out"),
    mayBeFor,
  });
  // One confirmation, however often STOP is said; other owners of the phone get none of their own,
  // and who says that the number is wrong or the patient has died is answered for that.
  const { wrongNumber, isDeath } = reply.understanding;
  if (!isNew || reply.speaker !== "patient" || wrongNumber || isDeath) return;
  if (mayBeFor === undefined) answerBack(turn, reply, "opted-out");
  else answerBack(turn, reply, "opted-out-which", { purpose: mayBeFor });
}

/** What the last message here was about, where the organization lets STOP be for one program. */
function purposeAnswered(turn: Turn, { channel }: Reply): Purpose | undefined {
  if (turn.rules.policy.revokeScope !== "program") return undefined;
  const last = turn
    .record()
    .touches.findLast((touch) => touch.channel === channel && !touch.isNotice);
  const enrollment = turn
    .record()
    .enrollments.find(({ campaign }) => campaign === last?.touch.campaign);
  return enrollment && campaignOf(turn, enrollment)?.purpose;
}

/** KEEP answers the one question that a confirmation may ask; on its own it means nothing to us. */
export function hearKeep(turn: Turn, reply: Reply): void {
  const { keep, optOut: out } = reply.understanding;
  if (!keep || out) return;
  const { narrowing, permissions } = turn.record();
  if (narrowing) {
    const { purpose } = narrowing;
    keepOthers(turn, purpose, evidenceOf(reply, "keep"));
    answerBack(turn, reply, "kept", { purpose });
  } else if (permissions.some(({ says }) => says === "revoked")) {
    openReplyTask(turn, reply, readLateKeep);
  }
}

/** Too late to be the answer, and not one of the words that opt in again: a person asks. */
const readLateKeep = {
  reason: "late-keep",
  queue: "service",
  priority: "routine",
  within: { unit: "business-days", count: 1 },
  holds: false,
} as const;

/** START, by the reserved words only and for the number it came from. */
export function hearOptIn(turn: Turn, reply: Reply): void {
  const { optIn, optOut: out } = reply.understanding;
  const before = turn.record();
  const isRefused = before.permissions.some(({ says }) => says === "revoked");
  if (!optIn || out || !isRefused) return;
  turn.emit({
    type: "opted-in",
    at: turn.at,
    via: reply.channel,
    basis: "reserved-word",
    ...fromOf(turn, reply),
    evidence: evidenceOf(reply, "opt-in"),
  });
  const blocked = blockedTexts(before, turn, reply);
  if (blocked) keepTextsBack(turn, reply, blocked);
  // A confirmation by text would be refused, and the refusal read as an opt-out once more.
  if (!blocked || reply.channel !== "sms") answerBack(turn, reply, "opted-in");
}

/**
 * The texts that the carrier still refuses after this START: to the number that it would not take
 * off its list, or, where START came another way, to a phone that stands on the list until START
 * comes from there.
 */
function blockedTexts(
  before: PatientRecord,
  turn: Turn,
  reply: Reply,
): PermissionScope | undefined {
  const point = pointOf(turn, reply);
  if (reply.channel === "sms") {
    const isBlocked = reply.isBlockedAtCarrier && point !== undefined;
    return isBlocked ? { channel: "sms", point } : undefined;
  }
  const phone = before.reach.points.sms;
  const wasListed = phone !== undefined && takesNoTexts(before, phone);
  return wasListed && !takesNoTexts(turn.record(), phone) ? { channel: "sms" } : undefined;
}

/** Everything else goes on; texts wait, and a person tells the patient why. */
function keepTextsBack(turn: Turn, reply: Reply, scope: PermissionScope): void {
  const evidence = { by: "carrier", reference: `reply:${reply.reply}` };
  optOut(turn, { via: "carrier", scope, evidence });
  openReplyTask(turn, reply, textsBlocked);
}

const textsBlocked = {
  reason: "texts-blocked",
  queue: "service",
  priority: "routine",
  within: { unit: "business-days", count: 1 },
  holds: false,
} as const;

/** The language that the patient asks for holds from the next message on. */
export function hearLanguage(turn: Turn, reply: Reply): void {
  const { language } = reply.understanding;
  const { preferences, reach } = turn.record();
  if (language === undefined || language === (preferences?.language ?? reach.language)) return;
  turn.emit({
    type: "preferences-changed",
    at: turn.at,
    preferences: { ...preferences, language },
    evidence: evidenceOf(reply, "language"),
  });
  // In a language that nobody wrote our messages in, a person with an interpreter answers.
  if (spokenLanguages.includes(language)) answerBack(turn, reply, "language");
}

/** The number is someone else's: nobody is contacted there any more, whoever shares it. */
export function hearWrongNumber(turn: Turn, reply: Reply): void {
  if (!reply.understanding.wrongNumber) return;
  const point = pointOf(turn, reply);
  if (point === undefined || turn.record().badPoints.includes(point)) return;
  if (reply.speaker === "patient") answerBack(turn, reply, "wrong-number");
  turn.emit({ type: "point-invalidated", at: turn.at, point, reason: "wrong-number" });
  openReplyTask(turn, reply, findNumber);
  leave(turn, ({ state }) => state.status === "waiting" && state.channel === reply.channel);
}

/** Somebody wrote that the patient has died: nothing is sent any more but our sympathy. */
export function hearDeath(turn: Turn, reply: Reply): void {
  if (!reply.understanding.isDeath) return;
  optOut(turn, {
    via: reply.channel,
    ...fromOf(turn, reply),
    evidence: { ...evidenceOf(reply, "T4/"), by: "other-person" },
  });
  answerBack(turn, reply, "condolence");
}

function evidenceOf({ reply, speaker, understanding }: Reply, rule: string): Evidence {
  return replyEvidence({ by: speaker, reply, spans: understanding.spans }, rule);
}

function fromOf(turn: Turn, reply: Reply): { readonly from?: PointId } {
  const point = pointOf(turn, reply);
  return point === undefined ? {} : { from: point };
}

function pointOf(turn: Turn, reply: Reply): PointId | undefined {
  return reply.point ?? turn.record().reach.points[reply.channel];
}
