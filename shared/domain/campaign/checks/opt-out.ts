import type { Channel } from "../../patient/contact-point.ts";
import { withoutAccents } from "../content/term-search.ts";

/**
 * How each language asks for a key, and how others ask for STOP. In languages that are not here the
 * keyword and the key are looked for alone.
 */
const waysOut: Readonly<Record<string, { readonly key: RegExp; readonly foreign: RegExp }>> = {
  en: {
    key: /\b(?:press|hit|push|dial) (?:9|nine)\b/,
    foreign: /\b(?:responda|responde|envie|mande|escriba) stop\b/,
  },
  es: {
    key: /\b(?:oprima|oprime|marque|marca|presione|pulse|toque) (?:el |la tecla )?(?:9|nueve)\b/,
    foreign: /\b(?:reply|text|send|txt) stop\b/,
  },
};

const anyWay = { key: /\b9\b/, foreign: /(?!)/ };

/**
 * Whether a text tells, in its own language, how to get no more of its kind. The word is STOP in
 * every language (47 CFR 64.1200(a)(9)(iv)(F)): toll-free networks know no other.
 */
export function tellsOptOut(text: string, channel: Channel, language: string): boolean {
  if (channel === "email") return text.includes("{unsubscribe}");
  const ways = waysOut[language] ?? anyWay;
  const plain = withoutAccents(text);
  if (channel === "voice") return ways.key.test(plain);
  return /\bSTOP\b/.test(text) && !ways.foreign.test(plain);
}
