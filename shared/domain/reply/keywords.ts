import type { Word } from "../triage/normalise.ts";
import { slipsBetween } from "../triage/spelling.ts";
import { listOf, optOutWords, replyWords } from "./reply-words.ts";

/**
 * Words that mean one thing when they are the whole message. Opt-out: the per-se list of
 * 47 CFR 64.1200(a)(10), the defaults of AWS End User Messaging, and their Spanish, French and
 * Portuguese equals (the FCC expects other languages: 89 FR 15756). Normalised: no accents, no
 * punctuation, lower case.
 */
export type Keyword = "opt-out" | "opt-in" | "keep" | "help" | "wrong-number" | "person";

const setOf = (list: string): ReadonlySet<string> => new Set(listOf(list));
const { keywords: outs } = optOutWords;
const strong = setOf(outs.strong);
const weak = setOf(outs.weak);
const mayBeAppointment = setOf(outs.appointment);
/** What people put beside a keyword without changing it. */
export const polite = setOf(outs.polite);
const chatty = new Set([...polite, ...setOf(outs.chatty)]);

const others: readonly (readonly [Keyword, ReadonlySet<string>])[] = (
  ["opt-in", "keep", "help", "wrong-number", "person"] as const
).map((keyword) => [keyword, setOf(replyWords.keywords[keyword])]);

/** Every word of every keyword: a message without any is passed over at once. */
export const keywordWords: ReadonlySet<string> = new Set(
  [strong, weak, ...others.map(([, set]) => set)].flatMap((set) =>
    [...set].flatMap((keyword) => keyword.split(" ")),
  ),
);

/** Words one letter from "stop" that mean themselves. */
const besideStop = setOf(outs.besideStop);

export interface KeywordFound {
  readonly keyword: Keyword;
  /** The words that said it, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly mayBeAppointment: boolean;
}

const keywordWordsMax = 4;
/** Slips are forgiven where there is hardly anything but the keyword. */
const slipWordsMax = 3;
/** A keyword with more words than this around it is a sentence. */
const chattyWordsMax = 12;

/** The reserved meaning of these words when they are all there is, politeness aside. */
export function keywordOf(said: readonly Word[]): KeywordFound | undefined {
  if (said.length > chattyWordsMax) return undefined;
  const mayHaveSlips = said.length <= slipWordsMax;
  const texts = said.map(({ text }) => (mayHaveSlips && isSlipOfStop(text) ? "stop" : text));
  if (!texts.every((text) => keywordWords.has(text) || chatty.has(text))) return undefined;
  const out = only(texts, strong, chatty) ?? only(texts, weak, polite);
  // "Please don't stop the reminders" asks for them.
  if (out !== undefined && texts[out.start - 1] === "not") return undefined;
  if (out !== undefined) {
    const isVisit = texts.slice(out.start, out.end).some((word) => mayBeAppointment.has(word));
    return { keyword: "opt-out", ...out, mayBeAppointment: isVisit };
  }
  // "Help cancel" may ask for either: a person reads it.
  if (texts.some((text) => weak.has(text))) return undefined;
  for (const [keyword, set] of others) {
    const found = only(texts, set, polite);
    if (found !== undefined) return { keyword, ...found, mayBeAppointment: false };
  }
  return undefined;
}

/** How many words of an opt-out that nobody says by chance begin here; 0 for none. */
export function strongOptOutAt(said: readonly Word[], at: number): number {
  // Stryker disable next-line all: it only spares looking at words that begin no keyword.
  if (!keywordWords.has(said[at]?.text ?? "")) return 0;
  const texts = said.slice(at, at + keywordWordsMax).map(({ text }) => text);
  return sizeAt(texts, 0, strong);
}

/** "stpo", "dtop", "stopo": a finger beside the key. Words of their own such as "step" are none. */
function isSlipOfStop(text: string): boolean {
  // Stryker disable next-line all: it only spares counting slips where there is not just one.
  if (Math.abs(text.length - "stop".length) > 1 || chatty.has(text)) return false;
  return !keywordWords.has(text) && !besideStop.has(text) && slipsBetween(text, "stop") === 1;
}

function only(
  texts: readonly string[],
  keywords: ReadonlySet<string>,
  fillers: ReadonlySet<string>,
): { start: number; end: number } | undefined {
  let start: number | undefined;
  let end = 0;
  for (const [at, text] of texts.entries()) {
    if (at < end) continue;
    const size = sizeAt(texts, at, keywords);
    if (size > 0) {
      start ??= at;
      end = at + size;
    } else if (!fillers.has(text) && (start === undefined || !weak.has(text))) {
      return undefined;
    }
  }
  return start === undefined ? undefined : { start, end };
}

/** Words of the longest of these keywords that begins here; 0 when none does. */
function sizeAt(texts: readonly string[], at: number, keywords: ReadonlySet<string>): number {
  let size = Math.min(keywordWordsMax, texts.length - at);
  while (size > 0 && !keywords.has(texts.slice(at, at + size).join(" "))) size -= 1;
  return size;
}
