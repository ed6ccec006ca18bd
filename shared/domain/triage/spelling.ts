import { commonWords } from "./common-words.ts";

export interface Spelling {
  /** The lexicon word that a misspelt one most likely means; `undefined` when none is near. */
  correct(word: string): string | undefined;
}

/** One slip is forgiven from this length on, two from the next (triage F4.1). Letters. */
const oneSlipLetters = 5;
const twoSlipsLetters = 8;
/** Longer ones are not words that people type; it also bounds the work per word. */
const lettersMax = 16;

/**
 * Damerau–Levenshtein against words of the lexicon only (`spellable`; letters drawn out are read
 * in any of its words, `known`), by shared deletions: two words are
 * one slip apart only if dropping a letter from each can make them equal, so a look-up costs the
 * number of letters and not the size of the vocabulary.
 *
 * Words that patients use in their own right ("stood" is no "stool") are never corrected, nor is
 * the first letter, which people rarely miss.
 */
export function spelling(
  spellable: readonly string[],
  known: ReadonlySet<string> = new Set(spellable),
): Spelling {
  const byDeletion = new Map<string, string[]>();
  for (const word of new Set(spellable)) {
    if (word.length >= oneSlipLetters && /^[a-z]+$/.test(word)) {
      for (const shorter of deletions(word, word.length >= twoSlipsLetters ? 2 : 1)) {
        const sharing = byDeletion.get(shorter);
        if (sharing === undefined) {
          byDeletion.set(shorter, [word]);
        } else {
          sharing.push(word);
        }
      }
    }
  }
  return {
    correct(word) {
      const plain = withoutDrawl(word, known);
      if (plain !== undefined) {
        return plain;
      }
      if (word.length < oneSlipLetters || word.length > lettersMax || commonWords.has(word)) {
        return undefined;
      }
      return closest(word, byDeletion);
    },
  };
}

function closest(word: string, byDeletion: ReadonlyMap<string, readonly string[]>) {
  let best: string | undefined;
  let bestSlips = 3;
  const allowed = word.length >= twoSlipsLetters ? 2 : 1;
  for (const shorter of deletions(word, allowed)) {
    for (const candidate of byDeletion.get(shorter) ?? []) {
      if (candidate[0] === word[0]) {
        const slips = slipsBetween(word, candidate);
        // Two slips need length on both sides, or "breaking" would be read as "bleeding".
        const limit = candidate.length >= twoSlipsLetters ? allowed : 1;
        if (slips <= limit && slips < bestSlips) {
          best = candidate;
          bestSlips = slips;
        }
      }
    }
  }
  return best;
}

/** "pleeease" and "heeelp": letters repeated for emphasis, down to two or one. */
function withoutDrawl(word: string, known: ReadonlySet<string>): string | undefined {
  if (!/(.)\1\1/.test(word)) {
    return undefined;
  }
  const single = word.replace(/(.)\1{2,}/g, "$1");
  const double = word.replace(/(.)\1{2,}/g, "$1$1");
  return known.has(single) ? single : known.has(double) ? double : undefined;
}

function deletions(word: string, slips: 1 | 2): ReadonlySet<string> {
  const all = new Set([word]);
  let last: readonly string[] = [word];
  for (let slip = 0; slip < slips; slip += 1) {
    const shorter: string[] = [];
    for (const begun of last) {
      for (let at = 0; at < begun.length; at += 1) {
        const next = begun.slice(0, at) + begun.slice(at + 1);
        if (!all.has(next)) {
          all.add(next);
          shorter.push(next);
        }
      }
    }
    last = shorter;
  }
  return all;
}

/** Optimal string alignment: insert, delete, replace, or swap two neighbours, one slip each. */
export function slipsBetween(left: string, right: string): number {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      if (isSwap) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      line.push(cost);
    }
    before = above;
    above = line;
  }
  return above[right.length] ?? left.length;
}
