export interface Spelling {
  /** The word that a misspelt one most likely means; `undefined` when none is near. */
  correct(word: string): string | undefined;
  /** A word of daily life that stands near one that phrases name, and means itself. */
  isOrdinary(word: string): boolean;
  /** One of the words in which slips are forgiven. */
  isSpellable(word: string): boolean;
}

/** One slip is forgiven from this length on, two from the next (triage F4.1). Letters. */
const oneSlipLetters = 5;
const twoSlipsLetters = 8;
/** Longer ones are not words that people type; it also bounds the work per word. */
const lettersMax = 18;

/**
 * Damerau–Levenshtein against given words only. Words that patients use in their own right
 * ("stood" is no "stool") are never corrected, nor is the first letter, which people rarely miss
 * unless the word sounds the same.
 */
export function spelling(spellable: readonly string[], ordinary: ReadonlySet<string>): Spelling {
  const byInitial = new Map<string, string[]>();
  const bySound = new Map<string, string>();
  const words = new Set(spellable);
  for (const word of words) {
    bySound.set(soundOf(word), word);
    const alike = byInitial.get(word.charAt(0));
    if (alike === undefined) byInitial.set(word.charAt(0), [word]);
    else alike.push(word);
  }
  return {
    isOrdinary: (word) => ordinary.has(word),
    isSpellable: (word) => words.has(word),
    correct(word) {
      const { length } = word;
      if (length < oneSlipLetters || length > lettersMax || ordinary.has(word)) return undefined;
      if (isKeyboardMash(word)) return undefined;
      return bySound.get(soundOf(word)) ?? closest(word, byInitial.get(word.charAt(0)) ?? []);
    },
  };
}

/** Letters that sound the same in Spanish, written alike: "kitenme", "bomito", "inchado". */
function soundOf(word: string): string {
  return word
    .replace(/qu(?=[ei])|k|c(?=[^eih]|$)/g, "k")
    .replace(/[cz](?=[ei])|z/g, "s")
    .replace(/(?<!c)h/g, "")
    .replace(/v/g, "b")
    .replace(/ll|y/g, "i")
    .replace(/g(?=[ei])/g, "j")
    .replace(/(.)\1+/g, "$1");
}

function closest(word: string, candidates: readonly string[]): string | undefined {
  const allowed = word.length >= twoSlipsLetters ? 2 : 1;
  let best: string | undefined;
  let bestSlips = 3;
  for (const candidate of candidates) {
    // Two slips need length on both sides, or "breaking" would be read as "bleeding".
    const limit = candidate.length >= twoSlipsLetters ? allowed : 1;
    if (Math.abs(candidate.length - word.length) <= limit) {
      const slips = slipsBetween(word, candidate);
      if (slips <= limit && slips < bestSlips) {
        best = candidate;
        bestSlips = slips;
      }
    }
  }
  return best;
}

/** "asdfghj" and "xkcd": no vowel at all, or five consonants in a row. */
export function isKeyboardMash(word: string): boolean {
  return !/[aeiouy]/.test(word) || /[^aeiouy\d]{5}/.test(word);
}

/** "pleeease" and "heeelp": letters repeated for emphasis, down to two or one. */
export function drawlOf(word: string, isKnown: (word: string) => boolean): string | undefined {
  if (!/(.)\1\1/.test(word)) return undefined;
  const single = word.replace(/(.)\1{2,}/g, "$1");
  const double = word.replace(/(.)\1{2,}/g, "$1$1");
  return isKnown(single) ? single : isKnown(double) ? double : undefined;
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
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
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
