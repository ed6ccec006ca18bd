import type { Campaign } from "../campaign/campaign.ts";

/** What tasks ask that no campaign wrote: the ones that replies and receipts open. */
const ownWords: Readonly<Record<string, string>> = {
  "reply-T0": "The patient wrote of harm to self or others. Call now, stay on the line.",
  "reply-T1": "The patient wrote of what may be an emergency. Call now.",
  "reply-T2": "The patient wrote of something urgent. Call within the hour.",
  "reply-T3": "The patient has a clinical question. Read the reply and call.",
  "reply-T4": "The patient asks for a service. Read the reply and help.",
  violence:
    "The patient may be in danger at home. Call; say nothing until you know who answers. No text, no voicemail.",
  "read-reply": "A reply was not understood. Read it and act on it.",
  "cancel-or-opt-out": "CANCEL opted the patient out. Ask whether an appointment was meant.",
  deceased: "Somebody wrote that the patient has died. Look it up; all campaigns rest.",
  "wrong-number": "The number is someone else's. Find the right one.",
  "texts-blocked":
    "The patient opted in again, and the carrier blocks texts to the phone. Call and say so: it takes START, texted from that phone 30 days after the last time.",
  unconfirmed: "Nobody can tell whether a message arrived. Check and reach the patient.",
};

/** What a task asks of an agent, in the staff's language: never empty, free of PHI. */
export function taskWords(reason: string, campaign?: Pick<Campaign, "tasks">): string {
  return campaign?.tasks?.[reason] ?? ownWords[reason] ?? reason;
}
