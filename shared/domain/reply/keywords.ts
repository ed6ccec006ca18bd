import type { Word } from "../triage/normalise.ts";
import {
  chatty,
  help,
  mayBeAppointment,
  optIn,
  polite,
  strongOptOut,
  weakOptOut,
  wrongNumber,
} from "./keyword-lists.ts";

/**
 * Words that mean one thing when they are the whole message. Opt-out: the per-se list of
 * 47 CFR 64.1200(a)(10), the defaults of AWS End User Messaging, and their Spanish, French and
 * Portuguese equals (the FCC expects other languages: 89 FR 15756). Normalised: no accents, no
 * punctuation, lower case.
 */
export type Keyword = "opt-out" | "opt-in" | "help" | "wrong-number" | "spanish" | "english";

const strong = new Set(strongOptOut);
const weak = new Set(weakOptOut);

const others: readonly (readonly [Keyword, ReadonlySet<string>])[] = [
  ["opt-in", new Set(optIn)],
  ["help", new Set(help)],
  ["wrong-number", new Set(wrongNumber)],
  ["spanish", new Set(["espanol", "spanish", "en espanol", "espanish"])],
  ["english", new Set(["english", "ingles", "in english", "en ingles"])],
];

/** Every word of every keyword: a message without any is passed over at once. */
const keywordWords: ReadonlySet<string> = new Set(
  [strong, weak, ...others.map(([, set]) => set)].flatMap((set) =>
    [...set].flatMap((keyword) => keyword.split(" ")),
  ),
);

export interface KeywordFound {
  readonly keyword: Keyword;
  /** The words that said it, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly mayBeAppointment: boolean;
}

/** The reserved meaning of these words when they are all there is, politeness aside. */
export function keywordOf(said: readonly Word[]): KeywordFound | undefined {
  if (said.length > chattyWordsMax) {
    return undefined;
  }
  const texts = said.map((word) => plain(word.text));
  const isCandidate =
    texts.some((text) => keywordWords.has(text)) &&
    texts.every((text) => keywordWords.has(text) || chatty.has(text));
  if (!isCandidate) {
    return joinedLetters(texts);
  }
  const out = only(texts, strong, chatty) ?? only(texts, weak, polite);
  if (out !== undefined) {
    return {
      keyword: "opt-out",
      ...out,
      mayBeAppointment: texts.slice(out.start, out.end).some((word) => mayBeAppointment.has(word)),
    };
  }
  for (const [keyword, set] of others) {
    const found = only(texts, set, polite);
    if (found !== undefined) {
      return { keyword, ...found, mayBeAppointment: false };
    }
  }
  return joinedLetters(texts);
}

/** How many words of an opt-out that nobody says by chance begin here; 0 for none. */
export function strongOptOutAt(said: readonly Word[], at: number): number {
  if (!keywordWords.has(plain(said[at]?.text ?? ""))) {
    return 0;
  }
  for (let size = keywordWordsMax; size > 0; size -= 1) {
    const words = said.slice(at, at + size).map((word) => plain(word.text));
    if (words.length === size && strong.has(words.join(" "))) {
      return size;
    }
  }
  return 0;
}

const keywordWordsMax = 4;
/** A keyword with more words than this around it is a sentence. */
const chattyWordsMax = 12;

function only(
  texts: readonly string[],
  keywords: ReadonlySet<string>,
  fillers: ReadonlySet<string>,
): { start: number; end: number } | undefined {
  let start: number | undefined;
  let end = 0;
  let at = 0;
  while (at < texts.length) {
    let size = Math.min(keywordWordsMax, texts.length - at);
    while (size > 0 && !keywords.has(texts.slice(at, at + size).join(" "))) {
      size -= 1;
    }
    if (size > 0) {
      start ??= at;
      end = at + size;
      at = end;
    } else if (fillers.has(texts[at] ?? "") || (start !== undefined && weak.has(texts[at] ?? ""))) {
      at += 1;
    } else {
      return undefined;
    }
  }
  return start === undefined ? undefined : { start, end };
}

/** "S T O P" and "s.t.o.p". */
function joinedLetters(texts: readonly string[]): KeywordFound | undefined {
  const isSpelled =
    texts.length >= 3 && texts.length <= 11 && texts.every((text) => text.length === 1);
  return isSpelled && strong.has(texts.join(""))
    ? { keyword: "opt-out", start: 0, end: texts.length, mayBeAppointment: false }
    : undefined;
}

/** "stoooop" and "ST0P" as the word that is meant. */
function plain(text: string): string {
  if (text.length < 4 || text.length > 24) {
    return text;
  }
  return text === "st0p" ? "stop" : text.replace(/(.)\1{2,}/g, "$1");
}
