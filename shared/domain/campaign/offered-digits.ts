import type { Channel } from "../patient/contact-point.ts";
import { withoutAccents } from "./content/term-search.ts";

/** The words by which a language asks for a digit. */
interface PromptWords {
  /** Begin the asking: “reply”, “press”. */
  readonly verbs: ReadonlySet<string>;
  /** May stand between the asking and the digit: “reply with the number 1”. */
  readonly between: ReadonlySet<string>;
  /** Join another digit: “1 to book, 2 for a call or 3”. */
  readonly joining: ReadonlySet<string>;
  /** The digits 1 to 9 as they are spoken. */
  readonly spoken: readonly string[];
}

const joiningSigns = [",", ";", "/", "&", "("];
const signsAfter = new Set(["=", ")", ":", "-", "–", "—"]);

const sentenceEnds = new Set([".", "!", "?", "\n"]);

const promptWords: Readonly<Record<string, PromptWords>> = {
  en: {
    verbs: words(
      "reply respond answer text txt send press hit push type enter key dial choose select",
    ),
    between: words("with the a number digit key just either us : “ \" ' ("),
    joining: new Set([...joiningSigns, "or", "and"]),
    spoken: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  },
  es: {
    verbs: words(
      "responda responde conteste contesta envie envia mande escriba escribe marque oprima oprime presione presiona pulse pulsa toque teclee digite elija ingrese",
    ),
    between: words("con el la un numero digito tecla solo nos : “ \" ' ("),
    joining: new Set([...joiningSigns, "o", "u", "y", "e"]),
    spoken: ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
  },
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/**
 * The digits 1 to 9 that a message asks the patient to send or press, in order, each as often as it
 * is offered: “Reply 1 to book, 2 for a call”, “To book it, press 1”, and lines that begin with a
 * digit after such a word. On a call without 9, which ends all calls. `undefined` in languages whose
 * words are not known.
 */
export function offeredDigits(
  text: string,
  channel: Channel,
  language: string,
): readonly string[] | undefined {
  const known = promptWords[language];
  if (!known) return undefined;
  const offered: string[] = [];
  let hasAsked = false;
  let isAsking = false;
  let isNext = false;
  let isList = false;
  const tokens = tokensOf(text);
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1] ?? "\n";
    const isLine = hasAsked && before === "\n" && /^\d$/.test(token);
    const isJoined = isList && known.joining.has(before);
    const isNamed = isAsking && signsAfter.has(tokens[at + 1] ?? "");
    const digit = digitOf(token, channel === "voice" ? known : undefined);
    if (digit !== undefined && (isLine || isNext || isJoined || isNamed)) {
      offered.push(digit);
      isList = true;
    }
    const isVerb = known.verbs.has(token);
    isNext = isVerb || (isNext && known.between.has(token));
    hasAsked ||= isVerb;
    isAsking ||= isVerb;
    if (sentenceEnds.has(token)) {
      isAsking = false;
      isList = false;
    }
  }
  return channel === "voice" ? offered.filter((digit) => digit !== "9") : offered;
}

/** Every digit that stands alone in a text, whatever for. */
export function loneDigits(text: string): readonly string[] {
  return tokensOf(text).filter((token) => /^[1-9]$/.test(token));
}

function digitOf(token: string, spokenIn: PromptWords | undefined): string | undefined {
  if (/^[1-9]$/.test(token)) return token;
  const index = spokenIn?.spoken.indexOf(token) ?? -1;
  return index < 0 ? undefined : String(index + 1);
}

/** Words, whole numbers (a phone number is one), signs and line ends; “1,2” and “1/2” are parted. */
function tokensOf(text: string): readonly string[] {
  const plain = withoutAccents(text.replace(/\{[^{}]*\}/g, " x "));
  const tokens = plain.match(/\d[\d.,:/-]*\d|\d|\p{L}+|\n|[^\s\p{L}\d]/gu) ?? [];
  return tokens.flatMap((token) => {
    const parts = token.split(/[,/]/);
    return parts.length > 1 && parts.every((part) => /^\d$/.test(part))
      ? parts.flatMap((part, index) => (index === 0 ? [part] : [",", part]))
      : [token];
  });
}
