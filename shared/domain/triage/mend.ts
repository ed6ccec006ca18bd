import { contractions } from "./contractions.ts";
import type { Word, Words } from "./normalise.ts";
import { drawlOf, type Spelling } from "./spelling.ts";
import { remember } from "./word-memory.ts";

/** What is known of words: what phrases name, and what is a word of its own. */
export interface Vocabulary {
  /** Whether any phrase has a place for it. */
  knows(word: string): boolean;
  /** Whether a phrase names it in full, not only by its beginning. */
  names(word: string): boolean;
  readonly spelling: Spelling;
}

/** Shorter ones are split or joined by chance. Letters. */
const compoundLettersMin = 6;
const compoundLettersMax = 24;
const partLettersMin = 4;
/** Short parts that people run together with others: "nomas", "leavemealone", "stopit". */
const shortParts: ReadonlySet<string> = new Set(
  "no me my it out all mas cant dont wont please from now el la de los".split(" "),
);

/**
 * Reads misspelt words as the words that are meant: letters drawn out ("heeelp"), digits for
 * letters ("ch3st"), slips of the keyboard, words run together ("chestpain") and letters set apart
 * ("s t o p"). Only towards words that phrases name, and never away from one.
 */
export class Mender {
  readonly #vocabulary: Vocabulary;
  readonly #remembered = new Map<string, readonly string[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  mend(read: Words): Words {
    const joined = this.#joinLetters(read.words);
    let isChanged = joined !== read.words;
    const words: Word[] = [];
    for (const word of joined) {
      const meant = this.#meant(word.text);
      if (meant[0] === word.text) words.push(word);
      else {
        isChanged = true;
        meant.forEach((text, index) => {
          words.push({ ...word, text, before: index === 0 ? word.before : "" });
        });
      }
    }
    return isChanged ? { ...read, words } : read;
  }

  #meant(word: string): readonly string[] {
    const remembered = this.#remembered.get(word);
    if (remembered !== undefined) return remembered;
    const meant = this.#vocabulary.names(word) ? [word] : this.#mended(word);
    return remember(this.#remembered, word, meant);
  }

  #mended(word: string): readonly string[] {
    const { knows, names, spelling } = this.#vocabulary;
    const parts = this.#parts(word);
    if (parts !== undefined) return parts;
    if (knows(word)) return [word];
    const drawl = drawlOf(word, names);
    if (drawl !== undefined) return [drawl];
    if (/\d/.test(word)) {
      const letters = withLetters(word);
      return [names(letters) ? letters : word];
    }
    return [spelling.correct(word) ?? word];
  }

  /** "stoptexting", "cantbreathe": two or three words that count, run together. */
  #parts(word: string): readonly string[] | undefined {
    if (word.length < compoundLettersMin || word.length > compoundLettersMax) return undefined;
    if (this.#vocabulary.spelling.isOrdinary(word)) return undefined;
    return this.#cut(word, 3)?.flatMap((part) => contractions.get(part) ?? [part]);
  }

  #cut(word: string, most: number): readonly string[] | undefined {
    if (this.#isPart(word)) return [word];
    if (most === 1) return undefined;
    for (let at = word.length - 2; at >= 2; at -= 1) {
      if (this.#isPart(word.slice(0, at))) {
        const rest = this.#cut(word.slice(at), most - 1);
        if (rest !== undefined) return [word.slice(0, at), ...rest];
      }
    }
    return undefined;
  }

  #isPart(word: string): boolean {
    const counts = word.length >= partLettersMin && this.#vocabulary.spelling.isSpellable(word);
    return counts || shortParts.has(word);
  }

  /** "S T O P", "s.t.o.p": single letters in a row that make one word. */
  #joinLetters(words: readonly Word[]): readonly Word[] {
    if (!words.some(({ text }, at) => isLetter(text) && isLetter(words[at + 1]?.text))) {
      return words;
    }
    const joined: Word[] = [];
    let at = 0;
    while (at < words.length) {
      let end = at + 1;
      while (isLetter(words[end - 1]?.text) && isLetter(words[end]?.text)) end += 1;
      const run = words.slice(at, end);
      const text = run.map((word) => word.text).join("");
      const [first, last] = [run[0], run.at(-1)];
      if (run.length >= 3 && first && last && this.#vocabulary.names(text)) {
        joined.push({ ...first, text, end: last.end });
      } else joined.push(...run);
      at = end;
    }
    return joined;
  }
}

function isLetter(text: string | undefined): boolean {
  return text !== undefined && text.length === 1 && text >= "a" && text <= "z";
}

const lettersOfDigits: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
};

/** "st0p" as "stop"; as it is when it has digits alone, or others among them. */
function withLetters(word: string): string {
  if (!/[a-z]/.test(word) || word.length < partLettersMin) return word;
  const letters = word.replace(/\d/g, (digit) => lettersOfDigits[digit] ?? digit);
  return /^[a-z]+$/.test(letters) ? letters : word;
}
