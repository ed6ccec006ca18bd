import type { Campaign } from "../campaign/campaign.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Organization } from "../patient/organization.ts";
import type { Profile } from "../patient/profile.ts";
import type { NoticeKind } from "../record/notice.ts";
import type { TouchRef } from "../record/touch.ts";
import { toGsm } from "./gsm.ts";
import type { Message } from "./message.ts";
import { render } from "./render.ts";
import { phoneWords, type VariableValues, variables } from "./variables.ts";

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
  readonly profile: Pick<Profile, "given" | "language">;
}

/**
 * The words for a touch in the patient's language, English where there are none. `undefined` when
 * the campaign has no words for that channel: nothing may be sent then (law 10).
 */
export function compose(input: ComposeInput): Composed | undefined {
  const { touch, channel, campaign } = input;
  if (touch.campaign.startsWith("reply/")) {
    const kind = touch.campaign.slice("reply/".length) as NoticeKind;
    const { notices } = input.organization;
    const book = notices[input.profile.language] ?? notices["en"];
    return composeMessage(input, book?.[kind], channel);
  }
  const step = campaign?.steps[touch.step];
  if (!campaign || !step || !("message" in step)) return undefined;
  const book = campaign.messages[input.profile.language] ?? campaign.messages["en"];
  const composed = composeMessage(input, book?.[step.message], channel);
  if (composed?.channel !== "voice" || step.kind !== "call" || !step.voicemail) return composed;
  if (campaign.sensitivity === "sensitive") return composed;
  const voicemail = composeMessage(input, book?.[step.voicemail], "voice");
  return voicemail?.channel === "voice" ? { ...composed, voicemail: voicemail.text } : composed;
}

function composeMessage(
  input: ComposeInput,
  message: Message | undefined,
  channel: Channel,
): Composed | undefined {
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

function valuesOf({ organization, profile }: ComposeInput): VariableValues {
  const mail = organization.lines.find((line) => line.includes("@"));
  return {
    clinic: organization.name,
    phone: phoneWords(organization.phone),
    // A longer name than the check counted on would cost a second segment.
    given: profile.given.slice(0, variables.given.lengthMax) || nameless(profile.language),
    address: organization.postalAddress,
    ...(mail ? { unsubscribe: `mailto:${mail}?subject=STOP` } : {}),
  };
}

/** How somebody is greeted whose name is not on file. */
function nameless(language: string): string {
  return language === "es" ? "paciente" : "there";
}
