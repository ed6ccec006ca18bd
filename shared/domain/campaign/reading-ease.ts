import { englishSyllables } from "./syllables/english.ts";
import { spanishSyllables } from "./syllables/spanish.ts";

/** Words of a text; a variable in braces counts as one. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\{[^{}]*\}|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}

/** Sentences end at `.`, `!`, `?`, `:`, `;` before a space, and at line ends. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:;])\s|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/**
 * Syllables of a word, its parts between hyphens added up: by Spanish rules for `es`, else by
 * English ones. At least 1 for each part; a number counts as 1.
 */
export function syllablesOf(word: string, language: string): number {
  const count = language === "es" ? spanishSyllables : englishSyllables;
  const parts = word
    .replace(/[{}]/g, "")
    .split("-")
    .filter((part) => /\p{L}/u.test(part));
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + count(part), 0),
  );
}

export interface Readability {
  /** Years of US schooling (Flesch-Kincaid grade), or ease 0…100 (Fernández-Huerta). */
  readonly measure: "grade" | "ease";
  readonly score: number;
  readonly isEasy: boolean;
}

/**
 * How hard texts are, taken together: English by the Flesch-Kincaid grade (0.39·words/sentences +
 * 11.8·syllables/words − 15.59; at most 6, AMA and NIH), Spanish by Fernández-Huerta
 * (206.84 − 60·syllables/words − 1.02·words/sentences; at least 65). Both are shaky under 100
 * words. `undefined`: fewer than `wordsMin` words, or no formula for the language.
 */
export function readability(
  texts: readonly string[],
  language: string,
  wordsMin: number,
): Readability | undefined {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length < Math.max(1, wordsMin)) return undefined;
  const perSentence = words.length / sentences.length;
  const perWord = syllablesPerWord(words, language);
  if (language === "en") {
    const score = 0.39 * perSentence + 11.8 * perWord - 15.59;
    return { measure: "grade", score, isEasy: score <= 6 };
  }
  if (language === "es") {
    const score = 206.84 - 60 * perWord - 1.02 * perSentence;
    return { measure: "ease", score, isEasy: score >= 65 };
  }
  return undefined;
}

/** The average; 0 without words. */
export function syllablesPerWord(words: readonly string[], language: string): number {
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  return words.length === 0 ? 0 : syllables / words.length;
}

/** The words of four syllables or more, each once, the longest first. */
export function longWordsOf(text: string, language: string): readonly string[] {
  const words = new Map<string, number>();
  for (const word of wordsOf(text)) {
    const syllables = word.startsWith("{") ? 0 : syllablesOf(word, language);
    if (syllables >= 4) words.set(word.toLowerCase(), syllables);
  }
  return [...words].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
}
