import { isBusinessTime } from "../business.ts";
import type { Purpose } from "../campaign/purpose.ts";
import {
  acknowledgeAgainMs,
  noticeNotAfterMs,
  safetyAgainMs,
  safetyNoticeNotAfterMs,
} from "../limits.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import { type Day, dayOf } from "../time.ts";
import type { Command } from "./command.ts";
import { isCourtesy, isSafetyNotice, isSaidBesideAgent, type NoticeKind } from "./notice.ts";
import { type Turn, zoneOf } from "./turn.ts";

type Reply = Command & { type: "receive-reply" };

/** What the words of a notice depend on besides its kind. */
export interface NoticeDetails {
  readonly purpose?: Purpose;
  readonly by?: Day;
}

/**
 * Plans one direct answer to a reply, unless there is nowhere to send it, an agent who has the
 * conversation says it themselves, or the same was said a moment ago.
 */
export function answerBack(
  turn: Turn,
  reply: Reply,
  kind: NoticeKind,
  details: NoticeDetails = {},
): void {
  if (turn.record().owner && !isSaidBesideAgent(kind)) return;
  const to = pointToAnswer(turn, reply, kind);
  if (!to || wasJustSaid(turn, kind)) return;
  const notAfterMs = isSafetyNotice(kind) ? safetyNoticeNotAfterMs : noticeNotAfterMs;
  turn.emit({
    type: "notice-planned",
    at: turn.at,
    kind,
    reply: reply.reply,
    channel: to.channel,
    point: to.point,
    notAfter: turn.at + notAfterMs,
    ...details,
  });
}

/** Promise only what staffing meets: outside the desk's hours no call is promised (triage F2). */
export function staffedKind(turn: Turn, kind: "emergency" | "crisis" | "urgent"): NoticeKind {
  const { business, hasAfterHoursDesk } = turn.rules;
  return hasAfterHoursDesk || isBusinessTime(turn.at, business) ? kind : `${kind}-unstaffed`;
}

/** The last day of what was promised, as the patient's calendar counts it. */
export function dayOfDeadline(turn: Turn, deadline: number): Day {
  return dayOf(deadline, zoneOf(turn));
}

function wasJustSaid(turn: Turn, kind: NoticeKind): boolean {
  const withinMs = isSafetyNotice(kind) ? safetyAgainMs : isCourtesy(kind) ? acknowledgeAgainMs : 0;
  if (withinMs === 0) return false;
  const { notices, touches } = turn.record();
  return (
    notices.some((notice) => notice.kind === kind) ||
    touches.some(
      (touch) => touch.touch.campaign === `reply/${kind}` && turn.at - touch.at < withinMs,
    )
  );
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
