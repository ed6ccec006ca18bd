import type { Campaign } from "../campaign/campaign.ts";
import { chance } from "../record/digest.ts";
import type { RecordEvent } from "../record/event.ts";
import { readReply } from "../record/read-reply.ts";
import type { PatientRecord, Task } from "../record/record.ts";
import type { CommandNow } from "../record/rehearsal.ts";
import { type TouchRef, touchKey } from "../record/touch.ts";
import { dayMs, hourMs, type Instant, minuteMs } from "../time.ts";
import { type Behaviour, type Reaction, ringsMs } from "./behaviour.ts";
import { likelyRates as rates } from "./likely-rates.ts";

type Accepted = Extract<RecordEvent, { type: "touch-accepted" }>;

/** Everything a roll depends on: the seed, the patient's touch, and what is rolled for. */
type Roll = (what: string) => number;

/** A carrier or mail system tells within a minute. Ms. */
const receiptMs = minuteMs;

/** Answers come at once or late, and hardly ever after this. Ms. */
const answerWithinMs = 40 * hourMs;

/**
 * People as they may well be, by `likelyRates`. Each roll is a hash of the seed and the touch or
 * task that it is about, so that one patient more changes nothing for the others.
 */
export function likely(seed: number): Behaviour {
  return (event, { record, campaign }) => {
    const roll =
      (about: string): Roll =>
      (what) =>
        chance(`${seed}/${what}/${about}`);
    if (event.type === "escalated") {
      return [closing(event.task, roll(`${record.patient}/${event.task.id}`))];
    }
    if (event.type !== "touch-accepted" || event.touch.campaign !== campaign.id) return [];
    return reactionsTo(event, {
      record,
      campaign,
      roll: roll(touchKey(record, event.touch)),
      seed,
    });
  };
}

/** Agents work through their tasks in the time that they have. */
function closing({ id, openedAt, deadline }: Task, roll: Roll): Reaction {
  const outcome = roll("helps") < rates.agentHelps ? "resolved" : "unreachable";
  const share = 0.25 + 0.75 * roll("takes");
  return {
    at: Math.round(openedAt + (deadline - openedAt) * share),
    command: () => ({ type: "resolve-task", task: id, outcome }),
  };
}

interface About {
  readonly record: PatientRecord;
  readonly campaign: Campaign;
  readonly roll: Roll;
  readonly seed: number;
}

function reactionsTo(event: Accepted, about: About): readonly Reaction[] {
  const { record, campaign, roll, seed } = about;
  const point = record.reach.points[event.channel] ?? "";
  const isDead = (rate: number) => chance(`${seed}/dead/${point}`) < rate;
  const done = goalMet(event, campaign, roll);
  switch (event.channel) {
    case "sms":
      if (isDead(rates.deadNumber)) return [failed(event, "invalid-address")];
      return [delivered(event, "device"), ...written(event, about, rates.answersText), ...done];
    case "email":
      if (isDead(rates.deadMailbox)) return [failed(event, "bounced")];
      return [delivered(event, "device"), ...written(event, about, rates.answersMail), ...done];
    case "voice": {
      const taken = roll("call");
      if (taken < rates.personTakesCall) {
        return [delivered(event, "person"), ...pressed(event, about), ...done];
      }
      return taken < rates.personTakesCall + rates.machineTakesCall
        ? [delivered(event, "machine"), ...done]
        : [failed(event, "no-answer")];
    }
  }
}

function delivered(
  { at, touch, channel }: Accepted,
  by: "device" | "person" | "machine",
): Reaction {
  const after = channel === "voice" ? ringsMs : receiptMs;
  return {
    at: at + after,
    command: () => ({ type: "record-receipt", touch, receipt: { is: "delivered", by } }),
  };
}

function failed(
  { at, touch, channel }: Accepted,
  reason: "invalid-address" | "bounced" | "no-answer",
): Reaction {
  const after = channel === "voice" ? ringsMs : receiptMs;
  return {
    at: at + after,
    command: () => ({ type: "record-receipt", touch, receipt: { is: "failed", reason } }),
  };
}

/** Some do what was asked for within two weeks, and the files show it. */
function goalMet({ at }: Accepted, campaign: Campaign, roll: Roll): readonly Reaction[] {
  const does = roll("does-it");
  if (does >= rates.doesItAfterContact) return [];
  const afterDays = 1 + 13 * (does / rates.doesItAfterContact);
  const standing = { is: "goal-met" } as const;
  return [
    {
      at: at + Math.round(afterDays * dayMs),
      command: () => ({ type: "change-eligibility", campaign: campaign.id, standing }),
    },
  ];
}

function written(event: Accepted, about: About, share: number): readonly Reaction[] {
  const { roll } = about;
  if (roll("answers") >= share) return [];
  const text = wordsOf(event.touch, about, { optOut: "STOP", person: "Please call me" });
  if (text === undefined) return [];
  const afterMs = 3 * minuteMs + Math.round(roll("delay") ** 3 * answerWithinMs);
  return [said(text, event, event.at + afterMs, about.campaign)];
}

function pressed(event: Accepted, about: About): readonly Reaction[] {
  if (about.roll("presses") >= rates.pressesDigit) return [];
  const key = wordsOf(event.touch, about, { optOut: "9" });
  return key === undefined ? [] : [said(key, event, event.at + ringsMs, about.campaign)];
}

/** A word for stopping, a wish for a person, else one of the digits that the step offers. */
function wordsOf(
  touch: TouchRef,
  { campaign, roll }: About,
  words: { readonly optOut: string; readonly person?: string },
): string | undefined {
  const kind = roll("words");
  if (kind < rates.optsOut) return words.optOut;
  if (kind < rates.optsOut + rates.wantsPerson && words.person !== undefined) return words.person;
  const step = campaign.steps[touch.step];
  const digits = step !== undefined && "answers" in step ? Object.keys(step.answers) : [];
  return digits[Math.floor(roll("digit") * digits.length)];
}

/** What is said is read by the code that reads replies in production. */
function said(text: string, event: Accepted, at: Instant, campaign: Campaign): Reaction {
  const { channel, touch } = event;
  return {
    at,
    command: (record): CommandNow => {
      const origin = { channel, ...(channel === "voice" ? { touch } : {}) };
      const point = record.reach.points[channel];
      const book = (id: string) => (id === campaign.id ? campaign : undefined);
      return {
        type: "receive-reply",
        reply: `forecast-${at}`,
        ...origin,
        ...(point === undefined ? {} : { point }),
        speaker: "patient",
        ...readReply(text, record, { ...origin, at, book }),
      };
    },
  };
}
