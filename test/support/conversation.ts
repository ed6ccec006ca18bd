import { formatClock } from "#domain/calendar";
import type { Campaign } from "#domain/campaign/campaign";
import {
  type Conversation,
  type ConversationLine,
  expectation,
} from "#domain/campaign/conversation";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Channel } from "#domain/patient/contact-point";
import type { Reachability } from "#domain/patient/profile";
import type { Receipt } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { newRecord } from "#domain/record/new-record";
import { openQuestion } from "#domain/record/open-question";
import type { Task } from "#domain/record/record";
import { type Rehearsal, rehearse } from "#domain/record/rehearsal";
import type { Rules } from "#domain/record/rules";
import { understand } from "#domain/reply/understand";
import { atLocal, formatDay, type Instant, localTime, parseClock, parseDay } from "#domain/time";

/** Something a patient or an agent would notice, in the words that conversations use. */
interface Happening {
  readonly at: Instant;
  readonly words: string;
  /** Withheld touches may be expected, and need not be. */
  readonly isQuiet: boolean;
}

/** How far ahead "the next thing that happens" is looked for, and silence is proved at the end. */
const aheadMs = 120 * 86_400_000;

/**
 * Runs one conversation against the campaign it belongs to.
 * @returns the campaign's steps that were entered.
 * @throws Error naming the line and what happened instead.
 */
export function runConversation(campaign: Campaign, talk: Conversation): ReadonlySet<string> {
  const stage = open(campaign, talk);
  talk.lines.forEach((line, index) => {
    const say = (what: string): never => {
      throw new Error(`line ${index + 1} (${JSON.stringify(line)}): ${what}`);
    };
    playLine(stage, line, say);
  });
  const left = stage.happenings().find(({ isQuiet }) => !isQuiet) ?? nextLoud(stage);
  if (left) throw new Error(`after the last line: ${told(stage, left)} was not expected`);
  return stage.steps();
}

interface Stage {
  readonly zone: string;
  readonly campaign: Campaign;
  readonly rules: Rules;
  readonly rehearsal: Rehearsal;
  /** What happened and no line has spoken of yet. */
  happenings(): readonly Happening[];
  consume(happening: Happening): void;
  steps(): ReadonlySet<string>;
}

function open(campaign: Campaign, { patient, starts }: Conversation): Stage {
  const { zone, language, has } = patient;
  const points = {
    ...(has.includes("sms") ? { sms: "point-mobile" } : {}),
    ...(has.includes("voice") ? { voice: "point-mobile" } : {}),
    ...(has.includes("email") ? { email: "point-mail" } : {}),
  };
  // A state without rules of its own: stories are about the campaign.
  const reach: Reachability = { zones: [zone], states: ["NY"], language, points };
  const rules: Rules = {
    campaign: (id) => (id === campaign.id ? { ...campaign, holdout: 0 } : undefined),
    isPaused: () => false,
    // Sends of an opening are spread by chance elsewhere; here a reader must know the minute.
    policy: { ...defaultPolicy, spreadMinutes: 0 },
    business: { zone, opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
  };
  const rehearsal = rehearse({
    record: { ...newRecord("oak", "patient-1"), reach },
    at: momentOf(starts, zone).from,
    rules,
    store: (record) => JSON.parse(JSON.stringify(record)),
  });
  rehearsal.put({
    type: "enroll",
    campaign: campaign.id,
    version: campaign.version,
    episode: starts.slice(0, 10),
  });
  const consumed = new Set<RecordEvent>();
  const byHappening = new WeakMap<Happening, RecordEvent>();
  return {
    zone,
    campaign,
    rules,
    rehearsal,
    happenings: () =>
      rehearsal.events().flatMap((event) => {
        if (consumed.has(event)) return [];
        const happening = happeningOf(event, campaign);
        if (happening) byHappening.set(happening, event);
        return happening ? [happening] : [];
      }),
    consume: (happening) => {
      const last = byHappening.get(happening);
      for (const event of rehearsal.events()) {
        consumed.add(event);
        if (event === last) return;
      }
    },
    steps: () => {
      const entered = rehearsal.events().filter((event) => event.type === "step-entered");
      return new Set(entered.map((event) => event.step));
    },
  };
}

function happeningOf(event: RecordEvent, campaign: Campaign): Happening | undefined {
  const loud = (words: string): Happening => ({ at: event.at, words, isQuiet: false });
  switch (event.type) {
    case "touch-accepted": {
      const channel = event.channel === "voice" ? "call" : event.channel;
      const { campaign: of, step: name } = event.touch;
      if (of.startsWith("reply/")) return loud(`${channel} notice ${of.slice("reply/".length)}`);
      const step = campaign.steps[name];
      return loud(`${channel} ${step && "message" in step ? step.message : name}`);
    }
    case "escalated":
      return loud(`task ${event.task.reason} for ${event.task.queue}`);
    case "enrollment-ended":
      return loud(`ended ${event.outcome}`);
    case "enrollment-refused":
      return loud(`refused ${event.reason}`);
    case "touch-withheld":
      return { at: event.at, words: `withheld ${event.reason}`, isQuiet: true };
    default:
      return undefined;
  }
}

function playLine(stage: Stage, line: ConversationLine, say: (what: string) => never): void {
  const { rehearsal } = stage;
  const moment = line.on === undefined ? undefined : momentOf(line.on, stage.zone);
  if (line.expect !== undefined) return expectLine(stage, line.expect, moment, say);
  if (moment) {
    if (moment.from < rehearsal.now()) say(`that is past: it is ${when(stage, rehearsal.now())}`);
    rehearsal.runUntil(moment.from);
  }
  const surprise = stage.happenings().find(({ isQuiet }) => !isQuiet);
  if (surprise) say(`before it, ${told(stage, surprise)} was not expected`);
  playAction(stage, line, say);
}

function playAction(stage: Stage, line: ConversationLine, say: (what: string) => never): void {
  const { rehearsal } = stage;
  if (line["patient texts"] !== undefined) hear(stage, "sms", line["patient texts"], "patient");
  if (line["patient emails"] !== undefined) hear(stage, "email", line["patient emails"], "patient");
  if (line["patient presses"] !== undefined)
    hear(stage, "voice", line["patient presses"], "patient");
  if (line["someone else texts"] !== undefined) {
    hear(stage, "sms", line["someone else texts"], "other-owner");
  }
  if (line.call !== undefined) receipt(stage, "voice", callReceipts[line.call], say);
  if (line.carrier !== undefined) receipt(stage, undefined, carrierReceipts[line.carrier], say);
  if (line.agent !== undefined) {
    const task: Task | undefined = rehearsal.record().tasks.at(-1);
    if (!task) return say("there is no open task");
    rehearsal.put({ type: "resolve-task", task: task.id, outcome: line.agent });
  }
  if (line.facts !== undefined) {
    const standing =
      line.facts === "goal met" ? ({ is: "goal-met" } as const) : ({ is: "not-eligible" } as const);
    rehearsal.put({ type: "change-eligibility", campaign: stage.campaign.id, standing });
  }
}

const callReceipts: Readonly<Record<string, Receipt>> = {
  answered: { is: "delivered", by: "person" },
  voicemail: { is: "delivered", by: "machine" },
  "no answer": { is: "failed", reason: "no-answer" },
  busy: { is: "failed", reason: "busy" },
};

const carrierReceipts: Readonly<Record<string, Receipt>> = {
  delivered: { is: "delivered", by: "device" },
  "bad number": { is: "failed", reason: "invalid-address" },
  unreachable: { is: "failed", reason: "unreachable" },
};

function receipt(
  { rehearsal }: Stage,
  channel: Channel | undefined,
  how: Receipt | undefined,
  say: (what: string) => never,
): void {
  const touch = rehearsal.lastTouch(channel);
  if (!touch || !how) return say("nothing was sent");
  rehearsal.put({ type: "record-receipt", touch, receipt: how });
}

function hear(
  { rehearsal, rules }: Stage,
  channel: Channel,
  text: string,
  speaker: "patient" | "other-owner",
): void {
  const record = rehearsal.record();
  const touch = channel === "voice" ? rehearsal.lastTouch("voice") : undefined;
  const question = openQuestion(record, rules.campaign, rehearsal.now(), touch);
  const point = record.reach.points[channel];
  rehearsal.put({
    type: "receive-reply",
    reply: `reply-${rehearsal.events().length}`,
    channel,
    ...(point === undefined ? {} : { point }),
    ...(touch ? { touch } : {}),
    speaker,
    understanding: understand(text, {
      language: record.reach.language,
      channel,
      ...(question && speaker === "patient" ? { question: { answers: question.answers } } : {}),
    }),
  });
}

function expectLine(
  stage: Stage,
  wanted: string,
  moment: Span | undefined,
  say: (what: string) => never,
): void {
  const { rehearsal } = stage;
  if (expectation.exec(wanted)?.groups?.["nothing"]) {
    if (moment) rehearsal.runUntil(moment.through);
    const loud = stage.happenings().find(({ isQuiet }) => !isQuiet);
    if (loud) say(`${told(stage, loud)} happened`);
    return;
  }
  const matches = (happening: Happening) => happening.words === wanted;
  const isRelevant = (happening: Happening) => matches(happening) || !happening.isQuiet;
  const happening =
    stage.happenings().find(isRelevant) ?? nextLoud(stage, moment?.through, isRelevant);
  if (!happening) return say(`nothing happened by ${when(stage, rehearsal.now())}`);
  if (!matches(happening)) say(`${told(stage, happening)} came instead`);
  if (moment && (happening.at < moment.from || happening.at > moment.through)) {
    say(`it happened on ${when(stage, happening.at)}`);
  }
  stage.consume(happening);
}

/** Lets time pass until something is noticed, at most until `limit`. */
function nextLoud(
  stage: Stage,
  limit = stage.rehearsal.now() + aheadMs,
  isWanted = (happening: Happening) => !happening.isQuiet,
): Happening | undefined {
  const { rehearsal } = stage;
  for (;;) {
    const next = rehearsal.nextAt();
    if (next === undefined || next > limit) return undefined;
    rehearsal.runUntil(next);
    const found = stage.happenings().find(isWanted);
    if (found) return found;
  }
}

interface Span {
  readonly from: Instant;
  readonly through: Instant;
}

/** A minute, or a whole day, on the patient's clock. */
function momentOf(text: string, zone: string): Span {
  const [date = "", clock] = text.split(" ");
  const day = parseDay(date);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  const minute = clock === undefined ? undefined : parseClock(clock);
  if (minute === undefined) {
    return { from: atLocal(day, 0, zone), through: atLocal(day + 1, 0, zone) - 1 };
  }
  const from = atLocal(day, minute, zone);
  return { from, through: from + 59_999 };
}

function when({ zone }: Stage, at: Instant): string {
  const { day, minute } = localTime(at, zone);
  return `${formatDay(day)} ${formatClock(minute)}`;
}

function told(stage: Stage, { at, words }: Happening): string {
  return `“${words}” on ${when(stage, at)}`;
}
