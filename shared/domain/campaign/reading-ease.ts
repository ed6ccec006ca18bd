import { withoutAccents } from "./content-words.ts";

/** Words of a text; a variable in braces counts as one. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\{[^{}]*\}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Sentences end at `.`, `!`, `?`, `:`, `;` before a space, and at line ends. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Vowel groups, less a silent English `e` at the end: an estimate, at least 1. */
export function syllablesOf(word: string, language: string): number {
  const plain = withoutAccents(word);
  if (!/[a-z]/.test(plain)) return 1;
  if (language === "es") {
    const nuclei = plain.match(/[aeo]|(?<![aeo])[iuy]+(?![aeo])/g);
    return Math.max(1, nuclei?.length ?? 1);
  }
  const trimmed = plain.replace(/(?<=[^aeiouy]{1,3})e$|(?<=[^td])ed$|(?<=[^sxz])es$/, "");
  return Math.max(1, trimmed.match(/[aeiouy]+/g)?.length ?? 1);
}

export interface Readability {
  /** Years of US schooling (Flesch-Kincaid grade), or ease 0…100 (Fernández-Huerta). */
  readonly measure: "grade" | "ease";
  readonly score: number;
  readonly isEasy: boolean;
}

/**
 * How hard a text is: English by the Flesch-Kincaid grade (0.39·words/sentences +
 * 11.8·syllables/words − 15.59; at most 6, AMA and NIH), Spanish by Fernández-Huerta
 * (206.84 − 60·syllables/words − 1.02·words/sentences; at least 65). Both are shaky under 100
 * words, so the words of a whole file are taken together. `undefined`: too few, or no formula.
 */
export function readability(texts: readonly string[], language: string): Readability | undefined {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length < 100) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  const perSentence = words.length / sentences.length;
  const perWord = syllables / words.length;
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
