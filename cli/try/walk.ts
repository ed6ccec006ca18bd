import type { Campaign } from "#domain/campaign/campaign";
import type { Channel } from "#domain/patient/contact-point";
import type { Organization } from "#domain/patient/organization";
import type { Reachability } from "#domain/patient/profile";
import type { Receipt } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { newRecord } from "#domain/record/new-record";
import { openQuestions } from "#domain/record/open-question";
import { readReply } from "#domain/record/read-reply";
import type { Enrollment, Task } from "#domain/record/record";
import { type Rehearsal, rehearse } from "#domain/record/rehearsal";
import type { Rules } from "#domain/record/rules";
import { dayOf, formatDay, type Instant, type ZoneId } from "#domain/time";

/** The patient that somebody plays. */
export interface Player {
  readonly language: string;
  readonly zone: ZoneId;
  readonly has: readonly Channel[];
}

/** One patient's way through one campaign, with the player's choices as verbs. */
export interface Walk {
  readonly rehearsal: Rehearsal;
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
  tookCall(how: "person" | "machine" | "no-answer"): void;
  resolve(outcome: "resolved" | "unreachable"): void;
  facts(standing: "goal-met" | "not-eligible"): void;
  /** Lets time pass until the next thing happens; false when nothing ever will. */
  wait(): boolean;
}

export function beginWalk(
  campaign: Campaign,
  organization: Organization,
  player: Player,
  at: Instant,
): Walk {
  const points = {
    ...(player.has.includes("sms") ? { sms: "mobile" } : {}),
    ...(player.has.includes("voice") ? { voice: "mobile" } : {}),
    ...(player.has.includes("email") ? { email: "mail" } : {}),
  };
  const rules: Rules = {
    // Whoever tries a campaign wants to see it: nobody is held out.
    campaign: (id) => (id === campaign.id ? { ...campaign, holdout: 0 } : undefined),
    isPaused: () => false,
    halts: [],
    policy: { ...organization.policy, spreadMinutes: 0 },
    business: organization.business,
    hasAfterHoursDesk: organization.hasAfterHoursDesk,
  };
  const { zone, language } = player;
  // A state without rules of its own: what is tried is the campaign.
  const reach: Reachability = { zones: [zone], states: ["NY"], language, points };
  const rehearsal = rehearse({
    record: { ...newRecord(organization.id, "you"), reach },
    at,
    rules,
  });
  const episode = formatDay(dayOf(at, player.zone));
  rehearsal.put({ type: "enroll", campaign: campaign.id, version: campaign.version, episode });
  return walkOn(rehearsal, campaign, rules);
}

function walkOn(rehearsal: Rehearsal, campaign: Campaign, rules: Rules): Walk {
  let looked = 0;
  const latest = () =>
    rehearsal
      .record()
      .touches.filter((touch) => !touch.isNotice)
      .at(-1);
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
      rehearsal.put({
        type: "receive-reply",
        reply: `said-${rehearsal.events().length}`,
        ...origin,
        ...(point === undefined ? {} : { point }),
        speaker: "patient",
        ...readReply(text, record, read),
      });
    },
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
  };
}
