import type { Divider, Word } from "../triage/normalise.ts";

/** The word at a place of a text; beyond its ends nothing. */
export function textAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? "";
}

/** What divides the word at a place from the one before it; beyond the ends nothing. */
export function dividerAt(words: readonly Word[], at: number): Divider {
  return words[at]?.before ?? "";
}

/** Whether one sign alone, be it a space, stands between the word at a place and the one before. */
export function isOneSignAfter(words: readonly Word[], at: number): boolean {
  const [last, next] = [words[at - 1], words[at]];
  return last !== undefined && next?.start === last.end + 1;
}
