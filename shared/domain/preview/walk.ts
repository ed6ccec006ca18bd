import type { Campaign } from "../campaign/campaign.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Receipt } from "../record/command.ts";
import type { RecordEvent } from "../record/event.ts";
import { openQuestions } from "../record/open-question.ts";
import { readReply } from "../record/read-reply.ts";
import type { Enrollment, PatientRecord, RecentTouch, Task } from "../record/record.ts";
import { type Rehearsal, rehearse } from "../record/rehearsal.ts";
import type { Rules } from "../record/rules.ts";
import { atLocal, type Day, type Instant, localTime, minuteMs } from "../time.ts";

/** Who is walked through which campaign, from when. */
export interface WalkStart {
  readonly campaign: Pick<Campaign, "id" | "version">;
  readonly record: PatientRecord;
  readonly rules: Rules;
  readonly at: Instant;
  /** As selection would enroll them; left out, nothing but what the record holds already goes on. */
  readonly enroll?: { readonly episode: string; readonly eligibleThrough?: Day };
}

/** One patient's way through one campaign, with the player's choices as verbs. */
export interface Walk {
  readonly rehearsal: Rehearsal;
  readonly rules: Rules;
  /** The events that nobody has looked at yet. */
  news(): readonly RecordEvent[];
  enrollment(): Enrollment | undefined;
  /** The newest open task. */
  task(): Task | undefined;
  /** The digits of the question that is open, with what they mean. */
  answers(): Readonly<Record<string, string>>;
  /** Whether the latest thing the patient got is a call that nobody has taken yet. */
  isRinging(): boolean;
  say(text: string): void;
  /** The words of a reply of this walk, by its id. */
  saidBy(reply: string): string | undefined;
  tookCall(how: "person" | "machine" | "no-answer"): void;
  resolve(outcome: "resolved" | "unreachable"): void;
  facts(standing: "goal-met" | "not-eligible"): void;
  /** Lets time pass until the next thing happens; false when nothing ever will. */
  wait(): boolean;
  /** Lets time pass until the same time of the next day, whatever happens on the way. */
  nextDay(): void;
}

export function beginWalk(start: WalkStart): Walk {
  const { campaign, record, rules, at, enroll } = start;
  const rehearsal = rehearse({ record, at, rules });
  if (enroll) {
    const { id, version } = campaign;
    rehearsal.put({ type: "enroll", campaign: id, version, ...enroll });
  }
  return walkOn(rehearsal, start);
}

function walkOn(rehearsal: Rehearsal, { campaign, rules }: WalkStart): Walk {
  let looked = 0;
  const said = new Map<string, string>();
  const latest = () => latestTouch(rehearsal.record());
  const isRinging = (): boolean => {
    const touch = latest();
    return touch?.channel === "voice" && touch.status === "sent";
  };
  /** A message waits for the hours or a cap: the patient has nothing new to answer yet. */
  const isOnItsWay = (): boolean =>
    rehearsal.record().enrollments.some(({ state }) => state.status === "planned");
  const questionOf = (channel: Channel) => {
    const touch = channel === "voice" ? rehearsal.lastTouch("voice") : undefined;
    const from = { channel, ...(touch ? { touch } : {}) };
    return openQuestions(rehearsal.record(), rules.campaign, rehearsal.now(), from)[0];
  };
  const receipt = (how: Receipt): void => {
    const touch = rehearsal.lastTouch("voice");
    if (touch) rehearsal.put({ type: "record-receipt", touch, receipt: how });
  };
  return {
    rehearsal,
    rules,
    isRinging,
    news: () => {
      const news = rehearsal.events().slice(looked);
      looked = rehearsal.events().length;
      return news;
    },
    enrollment: () => rehearsal.record().enrollments.find(({ campaign: id }) => id === campaign.id),
    task: () => rehearsal.record().tasks.at(-1),
    answers: () => questionOf(latest()?.channel ?? "sms")?.answers ?? {},
    say: (text) => {
      const channel = latest()?.channel ?? "sms";
      // A call hears keys only; whatever else somebody says comes as a text.
      const over = channel === "voice" && !/^[0-9*#]$/.test(text) ? "sms" : channel;
      const touch = over === "voice" ? rehearsal.lastTouch("voice") : undefined;
      const record = rehearsal.record();
      const point = record.reach.points[over];
      const origin = { channel: over, ...(touch ? { touch } : {}) };
      const read = { ...origin, at: rehearsal.now(), book: rules.campaign };
      const reply = `said-${rehearsal.events().length}`;
      said.set(reply, text);
      rehearsal.put({
        type: "receive-reply",
        reply,
        ...origin,
        ...(point === undefined ? {} : { point }),
        speaker: "patient",
        ...readReply(text, record, read),
      });
    },
    saidBy: (reply) => said.get(reply),
    tookCall: (how) =>
      receipt(
        how === "no-answer" ? { is: "failed", reason: "no-answer" } : { is: "delivered", by: how },
      ),
    resolve: (outcome) => {
      const task = rehearsal.record().tasks.at(-1);
      if (task) rehearsal.put({ type: "resolve-task", task: task.id, outcome });
    },
    facts: (is) =>
      rehearsal.put({ type: "change-eligibility", campaign: campaign.id, standing: { is } }),
    wait: () => {
      const before = rehearsal.events().length;
      for (let next = rehearsal.nextAt(); next !== undefined; next = rehearsal.nextAt()) {
        rehearsal.runUntil(next);
        if (rehearsal.events().length > before && !isOnItsWay()) return true;
      }
      return rehearsal.events().length > before;
    },
    nextDay: () => {
      const zone = rehearsal.record().reach.zones[0] ?? rules.business.zone;
      const now = rehearsal.now();
      const { day, minute } = localTime(now, zone);
      rehearsal.runUntil(atLocal(day + 1, minute, zone) + (now % minuteMs));
    },
  };
}

function latestTouch({ touches }: PatientRecord): RecentTouch | undefined {
  return touches.findLast(({ isNotice }) => !isNotice);
}
