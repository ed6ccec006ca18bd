import type { Campaign } from "../campaign/campaign.ts";
import type { Purpose } from "../campaign/purpose.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Organization } from "../patient/organization.ts";
import type { Profile } from "../patient/profile.ts";
import type { NoticeKind } from "../record/notice.ts";
import type { PlannedNotice } from "../record/record.ts";
import type { TouchRef } from "../record/touch.ts";
import { dayWords } from "./day-words.ts";
import { toGsm } from "./gsm.ts";
import type { Message } from "./message.ts";
import { phoneWords } from "./phone-words.ts";
import { alsoDue, helpInYourLanguage, programWords } from "./program-words.ts";
import { render, variablesOf } from "./render.ts";
import { type VariableValues, variables } from "./variables.ts";

/** The words of one touch, ready for its channel. */
export type Composed =
  | { readonly channel: "sms"; readonly text: string }
  | { readonly channel: "email"; readonly subject: string; readonly text: string }
  | { readonly channel: "voice"; readonly text: string; readonly voicemail?: string };

export interface ComposeInput {
  readonly touch: TouchRef;
  readonly channel: Channel;
  /** Absent for notices. */
  readonly campaign?: Campaign;
  readonly organization: Organization;
  /** `language`: the one to speak now, the patient's own choice before the profile's. */
  readonly profile: Pick<Profile, "given" | "language">;
  /** What a direct answer depends on besides its kind. */
  readonly notice?: Pick<PlannedNotice, "purpose" | "by">;
  /** Whether words for a machine go along; none do where this is left out. */
  readonly leavesVoicemail?: boolean;
  /** What else is due, whose news this message carries. */
  readonly also?: readonly Purpose[];
  /** The address of the page on which this message can be answered, where it carries one. */
  readonly page?: string;
}

/**
 * The words for a touch in the patient's language. Where there are none it is English with a line
 * that offers help in theirs, never English alone (45 CFR 92.201). `undefined` when there are no
 * words for that channel, or no page where they lead to one: nothing may be sent then (law 10).
 */
export function compose(input: ComposeInput): Composed | undefined {
  const { touch } = input;
  if (touch.campaign.startsWith("reply/")) {
    const kind = touch.campaign.slice("reply/".length) as NoticeKind;
    const { notices } = input.organization;
    const book = notices[input.profile.language] ?? notices["en"];
    // An organization stored before the words for closed hours were written still says 911.
    const message = book?.[kind] ?? book?.[kind.replace("-unstaffed", "") as NoticeKind];
    return composeMessage(input, message);
  }
  // Half of its words would be missing.
  if (input.page === undefined && carriesPage(input)) return undefined;
  const { step, book, isSpoken, message } = authored(input) ?? {};
  const composed = composeMessage(input, message);
  if (step === undefined || composed === undefined) return undefined;
  if (composed.channel !== "voice") return withLines(composed, linesOf(input, isSpoken === true));
  if (step.kind !== "call" || !step.voicemail || !input.leavesVoicemail) return composed;
  const voicemail = composeMessage(input, book?.[step.voicemail]);
  return voicemail?.channel === "voice" ? { ...composed, voicemail: voicemail.text } : composed;
}

/** The step that speaks, and its words in the patient's language or else in English. */
function authored({ touch, campaign, profile }: ComposeInput) {
  const step = campaign?.steps[touch.step];
  if (!campaign || !step || !("message" in step)) return undefined;
  const own = campaign.messages[profile.language];
  const book = own ?? campaign.messages["en"];
  return { step, book, isSpoken: own !== undefined, message: book?.[step.message] };
}

/** Whether the words lead to a page of their own, which has to be there before they are sent. */
export function carriesPage(input: ComposeInput): boolean {
  const message = authored(input)?.message;
  const text = input.channel === "email" ? message?.email?.text : message?.[input.channel];
  return text !== undefined && variablesOf(text).includes("page");
}

/** What follows the authored words: other news of the day, and help in another language. */
function linesOf({ also = [], profile, organization }: ComposeInput, isSpoken: boolean) {
  return [
    ...(also.length > 0 ? [alsoDue(also, profile.language)] : []),
    ...(isSpoken ? [] : [helpInYourLanguage(phoneWords(organization.phone))]),
  ];
}

function withLines(
  composed: Exclude<Composed, { channel: "voice" }>,
  lines: readonly string[],
): Composed {
  if (lines.length === 0) return composed;
  return composed.channel === "sms"
    ? { ...composed, text: toGsm([composed.text, ...lines].join(" ")) }
    : { ...composed, text: `${composed.text.trimEnd()}\n\n${lines.join("\n")}\n` };
}

function composeMessage(input: ComposeInput, message: Message | undefined): Composed | undefined {
  const { channel } = input;
  const values = valuesOf(input);
  const fill = (template: string): string => render(template, values);
  switch (channel) {
    case "sms":
      return message?.sms ? { channel, text: toGsm(fill(message.sms)) } : undefined;
    case "email":
      return message?.email
        ? { channel, subject: fill(message.email.subject), text: fill(message.email.text) }
        : undefined;
    case "voice":
      return message?.voice ? { channel, text: fill(message.voice) } : undefined;
  }
}

function valuesOf({ organization, profile, notice, page }: ComposeInput): VariableValues {
  const mail = organization.lines.find((line) => line.includes("@"));
  return {
    clinic: organization.name,
    phone: phoneWords(organization.phone),
    // A longer name than the check counted on would cost a second segment.
    given: profile.given.slice(0, variables.given.lengthMax) || nameless(profile.language),
    address: organization.postalAddress,
    ...(page === undefined ? {} : { page }),
    ...(notice?.purpose === undefined
      ? {}
      : { program: programWords(notice.purpose, profile.language).plain }),
    ...(notice?.by === undefined ? {} : { by: dayWords(notice.by, profile.language) }),
    ...(mail ? { unsubscribe: `mailto:${mail}?subject=STOP` } : {}),
  };
}

/** How somebody is greeted whose name is not on file. */
function nameless(language: string): string {
  return language === "es" ? "paciente" : "there";
}
