import type { AccountRefusal, BreakerReason } from "../../contact/halt.ts";
import type { Channel } from "../../patient/contact-point.ts";

/** One touch on this channel, as a person calls it. */
export const touchWords: Readonly<Record<Channel, string>> = {
  sms: "text",
  email: "mail",
  voice: "call",
};

/** Why a touch was not made (`WithholdReason`). */
const withheld: Readonly<Record<string, string>> = {
  "opted-out": "the patient had opted out",
  "no-consent": "no recorded consent covers this channel",
  "do-not-contact": "the patient must not be contacted",
  "no-channel": "no way to reach the patient on the channels of the step",
  "bad-point": "the number or address had turned out to be wrong or dead",
  restricted: "the patient must not be contacted in this way",
  stale: "its moment had passed; nothing is sent late",
  "goal-met": "the patient had done what the campaign asks for",
  "not-eligible": "the audience no longer held",
  "enrollment-ended": "the enrollment had ended",
  "campaign-missing": "the campaign's version could not be read",
  answered: "the patient had answered in the meantime",
  "not-on-allow-list": "this deployment contacts only whom it names",
  merged: "its news went with another campaign's message",
};

/** Why somebody in the audience was not enrolled. */
const refused: Readonly<Record<string, string>> = {
  holdout: "kept out to measure what outreach does",
  "opted-out": "had opted out",
  "no-consent": "no recorded consent on any channel",
  "do-not-contact": "must not be contacted (died, inactive, another record, a minor)",
  "no-channel": "no number or address that works",
  "too-soon": "too soon after the last time",
  "too-many": "in as many campaigns as a person can bear",
  "review-past": "the campaign's clinical review is past",
  "campaign-missing": "the campaign's version could not be read",
};

/** Why a touch did not go through (`RefusalReason`, `FailureReason`). */
const failed: Readonly<Record<string, string>> = {
  "opted-out-at-carrier": "the carrier holds an opt-out for this number",
  "invalid-address": "there is no such number or address",
  blocked: "it was blocked",
  content: "there was nothing to say on this channel",
  "not-configured": "the channel is not set up",
  "no-answer": "nobody answered",
  busy: "the line was busy",
  unreachable: "the phone could not be reached",
  expired: "it expired before it arrived",
  bounced: "the mail came back",
  complaint: "the patient marked it as unwanted",
  "released-too-often": "it could not be handed over in as many tries as are allowed",
  other: "the carrier gave no reason",
};

/** Why a touch was put off. */
const moved: Readonly<Record<string, string>> = {
  hours: "it was outside the patient's hours",
  cap: "the patient had been contacted often enough",
  priority: "another campaign came first",
  thread: "another campaign's question was still open",
  paused: "the campaign was paused",
  halted: "contacts had been halted",
};

/** Why a provider takes nothing from the account as a whole. */
const account: Readonly<Record<AccountRefusal, string>> = {
  "spend-limit": "the provider's spending limit was reached",
  account: "the provider has disabled, suspended or paused the account",
};

/** Why a channel halted itself. */
const halted: Readonly<Record<BreakerReason, string>> = {
  ...account,
  "too-many": "far more went out in an hour than was planned",
};

/** Why a claimed touch was let go of before the provider had it. */
const released: Readonly<Record<string, string>> = {
  throttled: "the provider was asked too fast",
  unavailable: "the provider could not be reached",
  ...account,
  "daily-limit": "the provider takes no more from the account today",
  "too-late-to-start": "the worker was too late to start",
  "not-on-allow-list": "this deployment contacts only whom it names",
  "shared-phone-cap": "somebody else had been contacted on the same phone",
};

const dictionaries = { withheld, refused, failed, moved, released, halted };

/** The reason in words; one that has none stays as it is. */
export function inWords(kind: keyof typeof dictionaries, reason: string): string {
  const words: Readonly<Record<string, string>> = dictionaries[kind];
  return words[reason] ?? reason;
}
