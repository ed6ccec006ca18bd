import { parseYaml } from "#contracts/campaign-files/yaml-text";
import type { CampaignTexts } from "#domain/campaign/origin";
import { type CampaignSource, sketch } from "#domain/campaign/sketch";
import { englishDigest } from "#domain/campaign/translation";

const definition = `
id: screening/example
title: Example
owner: Example program
review: 2027-03-31
reviewedBy: Dr. Example
purpose: screening
audience: { sex: female }
goal: { any: mammogram }
start: invite
steps:
  invite:
    ask: invite
    over: [sms, email]
    answers: { "1": wants-booking }
    wait: 3 days
    next: { wants-booking: book, silence: remind }
  remind: { ask: invite, over: [sms], wait: 4 days, next: { same-as: invite, silence: call } }
  call: { call: invite-call, voicemail: call-us, wait: 3 days, next: { same-as: invite, silence: rest } }
  rest: { wait: 1 week, next: { done: which } }
  which: { branch: { answered: wants-booking }, next: { yes: book, no: gone } }
  book: { escalate: book, queue: scheduling, within: 1 business day, next: { resolved: end, unreachable: gone } }
  gone: { end: not-reached }
tasks: { book: Call and book. }
`;

const english = `
invite:
  sms: "{clinic}: a check-up is due. Reply 1 to book. {phone}. Reply STOP to opt out."
  email:
    subject: A check-up is due
    text: "{clinic}, {address}, {phone}. Reply 1 to book. Not sure this is us? Call the number on your card. In an emergency, call 911. Stop: {unsubscribe}"
invite-call: { voice: "This is {clinic}, {phone}. Press 1 to book. To stop these calls, press 9." }
call-us: { voice: "This is {clinic}. Please call {phone}. To stop these calls, press 9." }
`;

const spanish = `
translatedBy: Someone
reviewedBy: Someone else
translates: LOCKED
invite:
  sms: "{clinic}: le toca una cita. Responda 1 para cita. {phone}. Responda STOP para salir."
  email:
    subject: Le toca una cita
    text: "{clinic}, {address}, {phone}. Responda 1 para cita. ¿Duda que seamos nosotros? Llame al número de su tarjeta. En una emergencia, llame al 911. Salir: {unsubscribe}"
invite-call: { voice: "Le habla {clinic}, {phone}. Oprima 1 para cita. Para no recibir más, oprima 9." }
call-us: { voice: "Le habla {clinic}. Llame al {phone}. Para no recibir más, oprima 9." }
`;

/** Each text or pattern and what stands in its place. */
export type Replacements = readonly (readonly [string | RegExp, string])[];

export interface Edits {
  readonly definition?: Replacements;
  readonly en?: Replacements;
  readonly es?: Replacements;
}

/**
 * A small campaign without a fault, with these texts replaced. The translation is locked to what
 * English says after that, so that one edit is one mistake. Throws when a text is not there.
 */
export function campaignSource(edits: Edits = {}): CampaignSource {
  const source = {
    folder: "screening/example",
    definition: parseYaml(edited(definition, edits.definition)).value,
    messages: { en: parseYaml(edited(english, edits.en)).value },
  };
  const locked = spanish.replace("LOCKED", () => englishDigest(sketch(source)));
  return {
    ...source,
    messages: { ...source.messages, es: parseYaml(edited(locked, edits.es)).value },
  };
}

/** The same campaign as its files, under another id. */
export function campaignTexts(id = "screening/example"): CampaignTexts {
  const locked = englishDigest(sketch(campaignSource()));
  return {
    "campaign.yaml": definition.trimStart().replace("id: screening/example", `id: ${id}`),
    "messages/en.yaml": english.trimStart(),
    "messages/es.yaml": spanish.trimStart().replace("LOCKED", locked),
  };
}

export function edited(text: string, edits: Replacements = []): string {
  return edits.reduce((whole, [from, to]) => {
    const isThere = typeof from === "string" ? whole.includes(from) : from.test(whole);
    if (!isThere) throw new Error(`not in the text: ${from}`);
    return whole.replace(from, () => to);
  }, text);
}
