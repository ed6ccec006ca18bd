import type { Receipt } from "../../record/command.ts";
import type { RecordEvent } from "../../record/event.ts";
import type { TouchRef } from "../../record/touch.ts";
import type { AnswerValue, Tier } from "../../reply/understanding.ts";
import { formatDay } from "../../time.ts";
import { permissionInWords, shownBy } from "./permission.ts";
import { inWords, touchWords } from "./reasons.ts";
import type { When } from "./when.ts";

/**
 * What happened, in a sentence that a care manager understands; `undefined` for bookkeeping that
 * says nothing new to a person (`stage-reached`).
 */
export function eventInWords(event: RecordEvent, when: When): string | undefined {
  switch (event.type) {
    case "profile-changed":
      return profileInWords(event);
    case "enrolled":
      return `Enrolled in ${event.campaign}, version ${event.version}${through(event.eligibleThrough)}.`;
    case "enrollment-refused":
      return `In the audience of ${event.campaign}, but not enrolled: ${inWords("refused", event.reason)}.`;
    case "eligibility-changed":
      return `Facts changed: still in the audience of ${event.campaign}${through(event.eligibleThrough)}.`;
    case "step-entered":
      return `Step ${event.step} of ${event.campaign} begins.`;
    case "wait-began":
      return waitInWords(event, when);
    case "stage-reached":
      return undefined;
    case "goal-noted":
      return event.arm === "held-out"
        ? `The goal of ${event.campaign} was met, without any contact: this patient is held out.`
        : `The goal of ${event.campaign} was met after it had ended.`;
    case "enrollment-ended":
      return `${event.campaign} ends: ${event.outcome}.`;
    case "reply-received":
    case "answered":
    case "point-invalidated":
    case "notice-planned":
      return heardInWords(event, when);
    case "opted-out":
    case "opted-in":
    case "narrowing-offered":
    case "opt-out-narrowed":
    case "narrowing-ended":
    case "preferences-changed":
      return permissionInWords(event, when);
    case "conversation-taken":
      return `An agent took the conversation; automation is silent until ${when(event.until)} at the latest.`;
    case "conversation-returned":
      return event.by === "agent"
        ? "The agent gave the conversation back."
        : "The agent's time was up; the conversation is automation's again.";
    case "escalated":
    case "task-raised":
    case "task-updated":
    case "task-resolved":
      return taskInWords(event, when);
    default:
      return touchInWords(event, when);
  }
}

type Of<Type extends RecordEvent["type"]> = Extract<RecordEvent, { type: Type }>;

function profileInWords({ reach }: Of<"profile-changed">): string {
  const ways = (["sms", "voice", "email"] as const).filter((channel) => reach.points[channel]);
  const by = ways.map((channel) => touchWords[channel]).join(", ") || "nothing";
  const zones = reach.zones.length > 0 ? reach.zones.join(" or ") : "an unknown zone";
  const stop = reach.doNotContact ? ` Nobody may contact this person: ${reach.doNotContact}.` : "";
  return `Profile read: language ${reach.language}, lives in ${zones}, can be reached by ${by}.${stop}`;
}

function through(day: number | undefined): string {
  return day === undefined ? "" : `, in its audience through ${formatDay(day)}`;
}

function waitInWords(event: Of<"wait-began">, when: When): string {
  return event.for === "reply"
    ? `Waits for an answer until ${when(event.until)}.`
    : `Rests until ${when(event.until)}.`;
}

/** What each tier asks for (`reply/understanding.ts`). */
const tierWords: Readonly<Record<Tier, string>> = {
  T0: "RED FLAG: self-harm or violence",
  T1: "RED FLAG: a possible threat to life",
  T2: "A person must read it the same day",
  T3: "A clinician must read it",
  T4: "Somebody must see to it",
};

const pointWords: Readonly<Record<string, string>> = {
  "wrong-number": "wrong number",
  "unreachable-thrice": "three contacts in a row failed there",
};

type Heard = Of<"reply-received" | "answered" | "point-invalidated" | "notice-planned">;

function heardInWords(event: Heard, when: When): string {
  switch (event.type) {
    case "reply-received": {
      const meanings = event.meanings.length > 0 ? event.meanings.join(", ") : "nothing we know";
      const tier = event.tier ? ` ${tierWords[event.tier]} (${event.tier}).` : "";
      return `The patient replied by ${touchWords[event.channel]}; understood as: ${meanings}.${tier}${readingInWords(event)}`;
    }
    case "answered":
      return `Answer to step ${event.step} of ${event.campaign}: ${event.answer}${valueInWords(event.value)}.`;
    case "point-invalidated": {
      const why = pointWords[event.reason] ?? inWords("failed", event.reason);
      return `A number or address is not used any more: ${why}.${shownBy(event.evidence)}`;
    }
    case "notice-planned":
      return `A direct answer (${event.kind}) is owed by ${touchWords[event.channel]} until ${when(event.notAfter)}.`;
  }
}

/** By which rules, and which words of the reply they matched (counted in characters). */
function readingInWords({ spans = [], readBy }: Of<"reply-received">): string {
  if (spans.length === 0 || readBy === undefined) return "";
  const rules = spans.map(({ rule, start, end }) => `${rule} (${start}–${end})`).join(", ");
  return ` Rules: ${rules}; red flags ${readBy.redFlags}, opt-outs ${readBy.optOut}, replies ${readBy.replies}.`;
}

function valueInWords(value: AnswerValue | undefined): string {
  if (value === undefined) return "";
  if (value.is === "date") return `, ${formatDay(value.day)}`;
  return `, ${value.number}${value.unit === undefined ? "" : ` ${value.unit}`}`;
}

type TaskEvent = Of<"escalated" | "task-raised" | "task-updated" | "task-resolved">;

function taskInWords(event: TaskEvent, when: When): string {
  switch (event.type) {
    case "escalated": {
      const { queue, reason, priority, deadline, holds } = event.task;
      const rest = holds ? " Until it is closed no campaign contacts this patient." : "";
      return `Escalated to a person: ${reason}, queue ${queue}, ${priority}, due ${when(deadline)}.${rest}`;
    }
    case "task-raised":
      return event.raised === 1
        ? `The task ${event.task} was put before agents.`
        : `The task ${event.task} was put before agents again (${event.raised} times by now).`;
    case "task-updated":
      return `The patient said more; the task ${event.task} was put before agents again.`;
    case "task-resolved": {
      const late = event.inTime ? "in time" : "late";
      return `An agent closed the task ${event.task} ${late}: ${event.outcome}.`;
    }
  }
}

type TouchEvent = Extract<RecordEvent, { touch: TouchRef }>;

function touchInWords(event: TouchEvent, when: When): string {
  const what = "channel" in event && event.channel ? touchWords[event.channel] : "contact";
  const name = `The ${what} ${of(event.touch)}`;
  switch (event.type) {
    case "touch-planned":
      return `${name} is planned for ${when(event.dueAt)}, not after ${when(event.notAfter)}.`;
    case "touch-moved":
      return `${name} is moved to ${when(event.dueAt)}: ${inWords("moved", event.reason)} (rule: ${event.rule}).`;
    case "touch-claimed":
      return `${name} is taken up by a worker; every rule was checked.${voicemailWords[event.voicemail ?? "none"]}`;
    case "touch-released":
      return `${name} did not go out: ${inWords("released", event.reason)}; again from ${when(event.retryAt)}.`;
    case "touch-accepted":
      return `${name} was ${what === "call" ? "placed" : "sent"}: the provider took it (${event.providerId}).`;
    case "touch-unknown":
      return `Nobody can tell whether the ${what} ${of(event.touch)} went out; it is not sent again, and a receipt may tell until ${when(event.deadline)}.`;
    case "touch-unconfirmed":
      return `${name} stays unconfirmed: no receipt came.`;
    case "touch-receipted":
      return `${name}: ${receiptInWords(event.receipt)}.`;
    case "touch-failed":
      return `${name} failed: ${inWords("failed", event.reason)}.`;
    case "touch-withheld":
      return `${name} was WITHHELD: ${inWords("withheld", event.reason)} (${event.rule ?? event.reason}).`;
  }
}

const voicemailWords = {
  none: "",
  "may-leave": " A machine that answers is left a message.",
  "one-a-week": " A machine that answers is left no message: it had one within seven days.",
  "one-an-episode": " A machine that answers is left no message: it had one about this already.",
} as const;

function receiptInWords(receipt: Receipt): string {
  if (receipt.is === "sent") return "on its way, says the carrier";
  if (receipt.is === "failed") return `it failed: ${inWords("failed", receipt.reason)}`;
  const by = { device: "delivered", person: "a person answered", machine: "a machine answered" };
  return by[receipt.by];
}

/** `of screening/mammogram, step invite`; a direct answer by what it is. */
function of({ campaign, step, occurrence }: TouchRef): string {
  if (campaign.startsWith("reply/")) return `that answers (${campaign.slice("reply/".length)})`;
  return `of ${campaign}, step ${step}${occurrence > 1 ? ` (number ${occurrence})` : ""}`;
}
