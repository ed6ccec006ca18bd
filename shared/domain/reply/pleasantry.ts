import type { Word } from "../triage/normalise.ts";
import { listOf, replyWords } from "./reply-words.ts";

const pleasantries: ReadonlySet<string> = new Set(listOf(replyWords.pleasantries));

/** Longer than this, even polite words are read. */
const wordsMax = 10;

/** Nothing but thanks, a greeting or an acknowledgement. */
export function isPleasantry(words: readonly Word[]): boolean {
  return words.length <= wordsMax && words.every(({ text }) => pleasantries.has(text));
}
