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
import { readReply } from "#domain/record/read-reply";
import type { Task } from "#domain/record/record";
import { type Rehearsal, rehearse } from "#domain/record/rehearsal";
import type { Rules } from "#domain/record/rules";
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
export function runConversation(
  campaign: Campaign,
  talk: Conversation,
  others: readonly Campaign[] = [],
): ReadonlySet<string> {
  const stage = open([campaign, ...others], talk);
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
  /** The one that the conversation is about. */
  readonly campaign: Campaign;
  readonly campaigns: readonly Campaign[];
  readonly rules: Rules;
  readonly rehearsal: Rehearsal;
  /** What happened and no line has spoken of yet. */
  happenings(): readonly Happening[];
  consume(happening: Happening): void;
  steps(): ReadonlySet<string>;
}

function open(campaigns: readonly Campaign[], talk: Conversation): Stage {
  const { patient, starts, clinic = {} } = talk;
  const [campaign] = campaigns;
  if (!campaign) throw new Error("a conversation is about a campaign");
  const { zone, language, has } = patient;
  const points = {
    ...(has.includes("sms") ? { sms: "point-mobile" } : {}),
    ...(has.includes("voice") ? { voice: "point-mobile" } : {}),
    ...(has.includes("email") ? { email: "point-mail" } : {}),
  };
  // A state without rules of its own: stories are about the campaign.
  const reach: Reachability = { zones: [zone], states: ["NY"], language, points };
  const rules: Rules = {
    campaign: (id) => {
      const found = campaigns.find((each) => each.id === id);
      return found && { ...found, holdout: 0 };
    },
    isPaused: () => false,
    halts: [],
    policy: {
      ...defaultPolicy,
      // Sends of an opening are spread by chance elsewhere; here a reader must know the minute.
      spreadMinutes: 0,
      revokeScope: clinic["stop-is-for"] === "program" ? "program" : "all",
      mergesSameDay: clinic["same-day"] !== "apart",
    },
    business: { zone, opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: clinic["at-night"] !== "nobody",
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
    campaigns,
    rules,
    rehearsal,
    happenings: () =>
      rehearsal.events().flatMap((event) => {
        if (consumed.has(event)) return [];
        const happening = happeningOf(event, campaigns);
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
      const entered = rehearsal
        .events()
        .filter((event) => event.type === "step-entered" && event.campaign === campaign.id);
      return new Set(entered.map((event) => (event.type === "step-entered" ? event.step : "")));
    },
  };
}

function happeningOf(event: RecordEvent, campaigns: readonly Campaign[]): Happening | undefined {
  const [main] = campaigns;
  const of = (id: string | undefined) => (id === undefined || id === main?.id ? "" : ` of ${id}`);
  const loud = (words: string, campaign?: string): Happening => ({
    at: event.at,
    words: `${words}${of(campaign)}`,
    isQuiet: false,
  });
  switch (event.type) {
    case "touch-accepted": {
      const channel = event.channel === "voice" ? "call" : event.channel;
      const { campaign: id, step: name } = event.touch;
      if (id.startsWith("reply/")) return loud(`${channel} notice ${id.slice("reply/".length)}`);
      const step = campaigns.find((each) => each.id === id)?.steps[name];
      return loud(`${channel} ${step && "message" in step ? step.message : name}`, id);
    }
    case "escalated":
      return loud(`task ${event.task.reason} for ${event.task.queue}`);
    case "enrollment-ended":
      return loud(`ended ${event.outcome}`, event.campaign);
    case "enrollment-refused":
      return loud(`refused ${event.reason}`, event.campaign);
    case "touch-withheld": {
      const { campaign: id } = event.touch;
      const about = id.startsWith("reply/") ? "" : of(id);
      return { at: event.at, words: `withheld ${event.reason}${about}`, isQuiet: true };
    }
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
  if (line.agent === "takes over" || line.agent === "hands back") {
    const type = line.agent === "takes over" ? "take-conversation" : "return-conversation";
    rehearsal.put({ type, agent: "agent-7" });
  } else if (line.agent !== undefined) {
    const task: Task | undefined = rehearsal.record().tasks.at(-1);
    if (!task) return say("there is no open task");
    rehearsal.put({ type: "resolve-task", task: task.id, outcome: line.agent });
  }
  if (line.enroll !== undefined) enroll(stage, line.enroll);
  if (line.facts !== undefined) {
    const [what = "", campaign = stage.campaign.id] = line.facts.split(" of ");
    const is = what === "goal met" ? "goal-met" : "not-eligible";
    rehearsal.put({ type: "change-eligibility", campaign, standing: { is } });
  }
}

function enroll({ rehearsal, campaigns, zone }: Stage, id: string): void {
  const campaign = campaigns.find((each) => each.id === id);
  if (!campaign) throw new Error(`there is no campaign ${id}`);
  const episode = formatDay(localTime(rehearsal.now(), zone).day);
  rehearsal.put({ type: "enroll", campaign: id, version: campaign.version, episode });
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
  const point = record.reach.points[channel];
  const origin = { channel, ...(touch ? { touch } : {}) };
  const about = { ...origin, at: rehearsal.now(), book: rules.campaign };
  rehearsal.put({
    type: "receive-reply",
    reply: `reply-${rehearsal.events().length}`,
    ...origin,
    ...(point === undefined ? {} : { point }),
    speaker,
    ...readReply(text, record, about),
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
