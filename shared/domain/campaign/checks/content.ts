import { categoryWords, specificWords, wordsFound } from "../content-words.ts";
import type { Report } from "../problem.ts";
import type { Wording } from "../wording.ts";

/** What a message says no more than, and what it must say: name, number, the way out. */
export function checkContent(wordings: readonly Wording[], report: Report): void {
  for (const wording of wordings) {
    checkTier(wording, report);
    if (wording.part !== "subject") checkMustSay(wording, report);
  }
}

function checkTier({ path, text, channel, isVoicemail }: Wording, report: Report): void {
  const place = isVoicemail ? "a voicemail" : channel === "voice" ? "a call" : `an ${channel}`;
  const listed = isVoicemail ? [...specificWords, ...categoryWords] : specificWords;
  for (const word of wordsFound(text.replace(/\{[^{}]*\}/g, " "), listed)) {
    report(
      "content-tier",
      path,
      isVoicemail
        ? `“${word}” says too much for a machine that anyone may play. Ask for a call back only.`
        : `“${word}” says too much for ${place}. Name the kind of care only: a refill, a lab test, a health screening.`,
    );
  }
}

/** 47 CFR 64.1200(a)(9)(iv)(B), (F): who calls, how to reach them, how to end it. */
function checkMustSay({ path, text, channel }: Wording, report: Report): void {
  const must: readonly (readonly [string, RegExp, string])[] = [
    ["missing-clinic", /\{clinic\}/, "does not say who sends it. Write `{clinic}`"],
    ["missing-phone", /\{phone\}/, "gives no number to call. Write `{phone}`"],
    optOutLine[channel],
    ...(channel === "email" ? [postalAddress] : []),
  ];
  for (const [code, pattern, what] of must) {
    if (!pattern.test(text)) report(code, path, `The ${channel} ${what}.`);
  }
}

/** 16 CFR 316: mail carries the sender's postal address. */
const postalAddress = [
  "missing-address",
  /\{address\}/,
  "gives no postal address. Write `{address}`",
] as const;

const optOutLine: Readonly<Record<Wording["channel"], readonly [string, RegExp, string]>> = {
  sms: [
    "missing-opt-out",
    /\bSTOP\b/,
    "does not tell how to end it. Add “Reply STOP to opt out.” (“Responda STOP …”)",
  ],
  email: [
    "missing-opt-out",
    /\{unsubscribe\}/,
    "does not tell how to end it. Add a line with `{unsubscribe}`",
  ],
  voice: [
    "missing-opt-out",
    /\b(press|oprima|marque|presione|pulse)( el)? 9\b/i,
    "does not tell how to end it. Add “To stop these calls, press 9.” (“oprima 9”)",
  ],
};
