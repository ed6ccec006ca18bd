import { withoutAccents } from "../content/term-search.ts";
import type { Report } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import { wordsOf } from "../reading-ease.ts";
import type { Wording } from "../wording.ts";
import { tellsOptOut } from "./opt-out.ts";

/** A text names its sender while it can still be seen in the list of messages. Characters. */
const clinicWithin = 40;

/** How many sentences after it has said who calls a call tells how to end the calls. */
const optOutWithin = 2;

/**
 * What a message must say, and where: who sends it, which number to call, how to end it
 * (47 CFR 64.1200(a)(9)(iv)(B), (F) and (b)(1)); in mail also the postal address (16 CFR 316.5),
 * what to do in an emergency, and on the first one how to find out that it is no fraud.
 */
export function checkIdentity(wordings: readonly Wording[], report: Report): void {
  for (const wording of wordings) {
    if (wording.part === "subject") continue;
    checkMustSay(wording, report);
    if (wording.channel === "sms") checkTextBegins(wording, report);
    if (wording.channel === "voice") checkCallBegins(wording, report);
    if (wording.isVoicemail) checkCallBack(wording, report);
    if (wording.channel === "email") checkMail(wording, report);
  }
}

function checkMustSay({ path, text, channel, language }: Wording, report: Report): void {
  const place = { sms: "text", email: "mail", voice: "call" }[channel];
  const must: readonly (readonly [ProblemCode, boolean, string])[] = [
    ["missing-clinic", text.includes("{clinic}"), "does not say who sends it. Write `{clinic}`"],
    ["missing-phone", text.includes("{phone}"), "gives no number to call. Write `{phone}`"],
    ["missing-opt-out", tellsOptOut(text, channel, language), optOutAdvice(channel, language)],
  ];
  for (const [code, isSaid, what] of must) {
    if (!isSaid) report(code, path, `The ${place} ${what}.`);
  }
}

function optOutAdvice(channel: Wording["channel"], language: string): string {
  if (channel === "email") return "does not tell how to end it. Add a line with `{unsubscribe}`";
  const lines = {
    sms: { en: "Reply STOP to opt out.", es: "Responda STOP para salir." },
    voice: { en: "To stop these calls, press 9.", es: "Para no recibir más llamadas, oprima 9." },
  }[channel];
  return language === "es"
    ? `does not tell in Spanish how to end it. Add “${lines.es}”`
    : `does not tell how to end it. Add “${lines.en}”`;
}

/** That a text names its sender near its beginning, if it names it at all. */
export function checkTextBegins({ path, text }: Wording, report: Report): void {
  if (text.indexOf("{clinic}") < clinicWithin) return;
  report(
    "late-clinic",
    path,
    `The text names its sender after ${text.indexOf("{clinic}")} characters. Begin with \`{clinic}:\`, or write it within the first ${clinicWithin}.`,
  );
}

/** 47 CFR 64.1200(b)(1) and (3): who calls comes first, then at once how to end the calls. */
function checkCallBegins(wording: Wording, report: Report): void {
  const { path, text, language } = wording;
  const sentences = spoken(text);
  const clinicAt = sentences.findIndex((each) => each.includes("{clinic}"));
  if (clinicAt > 0) {
    report(
      "late-clinic",
      path,
      "The call does not begin with who calls. Write `{clinic}` in the first sentence.",
    );
  }
  if (wording.isVoicemail || clinicAt < 0) return;
  const optOutAt = sentences.findIndex((each) => tellsOptOut(each, "voice", language));
  if (optOutAt - clinicAt <= optOutWithin) return;
  report(
    "late-opt-out",
    path,
    `The call tells how to end the calls ${optOutAt - clinicAt} sentences after it has said who calls. Say it in the first ${optOutWithin}.`,
  );
}

/** Sentences of a call; a greeting of up to two words belongs to what follows. */
function spoken(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?])\s/).filter((each) => wordsOf(each).length > 0);
  const [first = "", second, ...rest] = sentences;
  if (second === undefined || wordsOf(first).length > 2) return sentences;
  return [`${first} ${second}`, ...rest];
}

const callVerb: Readonly<Record<string, RegExp>> = {
  en: /\bcall\b/,
  es: /\b(?:llame|llamenos|llamar|llamarnos)\b/,
};

function checkCallBack({ path, text, language }: Wording, report: Report): void {
  const verb = callVerb[language];
  const others = spoken(text).filter((each) => !tellsOptOut(each, "voice", language));
  if (!verb || others.some((each) => verb.test(withoutAccents(each)))) return;
  report(
    "missing-call-back",
    path,
    "The voicemail does not ask for a call back. Write for example “Please call us at {phone}.”",
  );
}

const cardWords: Readonly<Record<string, readonly [number: RegExp, card: RegExp]>> = {
  en: [/\bnumber\b/, /\bcard\b/],
  es: [/\bnumero\b/, /\btarjeta\b/],
};

function checkMail({ path, text, isFirst, language }: Wording, report: Report): void {
  if (!text.includes("{address}")) {
    report("missing-address", path, "The mail gives no postal address. Write `{address}`.");
  }
  if (!/\b911\b/.test(text)) {
    report(
      "missing-emergency-line",
      path,
      "The mail does not say what to do in an emergency. Add for example “In an emergency, call 911.”",
    );
  }
  const words = cardWords[language];
  const plain = withoutAccents(text);
  if (!isFirst || !words || words.every((word) => word.test(plain))) return;
  report(
    "missing-verify-line",
    path,
    "It is the first mail of the campaign and does not say how to find out that it is no fraud. Add for example “Not sure this is us? Call the number on your card.”",
  );
}
