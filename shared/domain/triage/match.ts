import { type Found, findRule } from "./found.ts";
import type { Word } from "./normalise.ts";
import type { Entry } from "./phrase.ts";
import { Runs } from "./runs.ts";
import { type Spelling, spelling } from "./spelling.ts";
import { anyWord, type LetterNode, type Node, plant, type Tree } from "./tree.ts";

export interface Matcher<E extends Entry> {
  find(words: readonly Word[]): readonly Found<E>[];
}

/** What one word can stand for: the slots that it fits, and the pieces that it may open. */
interface Slots {
  readonly fits: ReadonlySet<number>;
  /** Pieces that are this one word. */
  readonly alone: readonly number[];
  readonly opens: readonly Node[];
}

/** Words whose slots are remembered; past it the memory is begun anew. */
const rememberedWordsMax = 4_096;

/**
 * Compiles entries into one tree that is walked once per word: time grows with the text and the
 * phrases that begin in it, never with the size of the lexicon.
 */
export function compile<E extends Entry>(
  entries: readonly E[],
  /** Words in which a slip is forgiven. */
  spellable: readonly string[],
): Matcher<E> {
  const tree = plant(entries);
  return new CompiledMatcher(tree, spelling(spellable, tree.vocabulary));
}

class CompiledMatcher<E extends Entry> implements Matcher<E> {
  readonly #tree: Tree<E>;
  readonly #spelling: Spelling;
  readonly #remembered = new Map<string, Slots>();
  readonly #numbers: Slots;

  constructor(tree: Tree<E>, spelling: Spelling) {
    this.#tree = tree;
    this.#spelling = spelling;
    this.#numbers = this.#slots(tree.numberSlots);
  }

  find(words: readonly Word[]): readonly Found<E>[] {
    const slots = words.map((word) => this.#slotsOf(word.text));
    const runs = new Runs();
    for (let start = 0; start < words.length; start += 1) {
      const word = slots[start];
      if (word !== undefined) {
        runs.addAll(word.alone, { start, end: start + 1 });
        for (const first of word.opens) {
          this.#atEnds(first, words, start, start + 1, runs);
          this.#onward(first, words, slots, start, start + 1, runs);
        }
      }
    }
    const found: Found<E>[] = [];
    for (const piece of runs.pieces) {
      for (const rule of this.#tree.rulesByFirstPiece[piece] ?? []) {
        findRule(rule, runs, words, found);
      }
    }
    return found;
  }

  #slotsOf(word: string): Slots {
    const code = word.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      // "911" is a word of its own besides being a number.
      const named = this.#lookUp(word);
      return named.length === 0
        ? this.#numbers
        : this.#slots([...this.#tree.numberSlots, ...named]);
    }
    const remembered = this.#remembered.get(word);
    if (remembered !== undefined) {
      return remembered;
    }
    let fits = this.#lookUp(word);
    if (fits.length === 0) {
      const meant = this.#spelling.correct(word);
      fits = meant === undefined ? fits : this.#lookUp(meant);
    }
    const slots = this.#slots(fits);
    if (this.#remembered.size >= rememberedWordsMax) {
      this.#remembered.clear();
    }
    this.#remembered.set(word, slots);
    return slots;
  }

  #slots(fits: readonly number[]): Slots {
    const { next } = this.#tree.pieces;
    const opens = [...new Set([...fits, anyWord])]
      .map((slot) => next.get(slot))
      .filter((node) => node !== undefined);
    const ends = opens.flatMap((node) => node.ends);
    return {
      fits: new Set(fits),
      alone: ends.filter(({ endsSentence }) => !endsSentence).map(({ piece }) => piece),
      opens: opens.filter(
        (node) => node.next.size > 0 || node.ends.some(({ endsSentence }) => endsSentence),
      ),
    };
  }

  #lookUp(word: string): readonly number[] {
    const slots: number[] = [];
    let node: LetterNode | undefined = this.#tree.letters;
    for (let at = 0; at < word.length; at += 1) {
      node = node.next.get(word.charCodeAt(at));
      if (node === undefined) {
        return slots;
      }
      if (node.stem !== undefined) {
        slots.push(...node.stem);
      }
    }
    if (node.whole !== undefined) {
      slots.push(...node.whole);
    }
    return slots;
  }

  /** Pieces that end here; those of one word anywhere in a sentence are known beforehand. */
  #atEnds(node: Node, words: readonly Word[], start: number, at: number, runs: Runs): void {
    for (const { piece, endsSentence } of node.ends) {
      const isKnown = !endsSentence && at === start + 1;
      const fits =
        !endsSentence || at >= words.length || words[at]?.sentence !== words[start]?.sentence;
      if (fits && !isKnown) {
        runs.add(piece, { start, end: at });
      }
    }
  }

  #onward(
    node: Node,
    words: readonly Word[],
    slots: readonly Slots[],
    start: number,
    at: number,
    runs: Runs,
  ): void {
    if (node.next.size === 0 || words[at]?.sentence !== words[start]?.sentence) {
      return;
    }
    const fits = slots[at]?.fits;
    for (const [slot, next] of node.next) {
      if (slot === anyWord || fits?.has(slot) === true) {
        this.#atEnds(next, words, start, at + 1, runs);
        this.#onward(next, words, slots, start, at + 1, runs);
      }
    }
  }
}
