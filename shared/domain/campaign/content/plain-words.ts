import words from "./plain-words.json" with { type: "json" };
import { type Found, type Term, termSearch } from "./term-search.ts";

/**
 * Why a word is better not written: `jargon` is a word of the trade, `blame` finds fault with the
 * patient, `fear` threatens. Neither blame nor fear brings anybody to care.
 */
export type Harshness = "jargon" | "blame" | "fear";

export interface PlainAdvice {
  readonly harshness: Harshness;
  /** What to write instead. */
  readonly plain: string;
}

type Lists = Readonly<Record<Harshness, Readonly<Record<Term, string>>>>;

const searches: Readonly<Record<string, (text: string) => readonly Found<PlainAdvice>[]>> = {
  en: searchOf(words.en),
  es: searchOf(words.es),
};

function searchOf(lists: Lists) {
  const terms = (["blame", "fear", "jargon"] as const).flatMap((harshness) =>
    Object.entries(lists[harshness]).map(([term, plain]): readonly [Term, PlainAdvice] => [
      term,
      { harshness, plain },
    ]),
  );
  return termSearch(terms);
}

/** The words of a text that have a plainer one, in English or Spanish; none in other languages. */
export function harshWordsIn(text: string, language: string): readonly Found<PlainAdvice>[] {
  return searches[language]?.(text.replace(/\{[^{}]*\}/g, " ")) ?? [];
}
