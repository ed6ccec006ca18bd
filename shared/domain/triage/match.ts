import { type Found, findRule, type Run } from "./found.ts";
import type { Word } from "./normalise.ts";
import type { Entry } from "./phrase.ts";
import { type Spelling, spelling } from "./spelling.ts";
import { anyWord, type LetterNode, type Node, plant, type Tree } from "./tree.ts";

export interface Matcher<E extends Entry> {
  find(words: readonly Word[]): readonly Found<E>[];
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
  readonly #remembered = new Map<string, readonly number[]>();

  constructor(tree: Tree<E>, spelling: Spelling) {
    this.#tree = tree;
    this.#spelling = spelling;
  }

  find(words: readonly Word[]): readonly Found<E>[] {
    const slots = words.map((word) => this.#slotsOf(word.text));
    const runs = new Map<number, Run[]>();
    for (let start = 0; start < words.length; start += 1) {
      this.#walk(this.#tree.pieces, words, slots, start, start, runs);
    }
    const found: Found<E>[] = [];
    for (const [piece, at] of runs) {
      for (const rule of this.#tree.rulesByFirstPiece[piece] ?? []) {
        findRule(rule, at, runs, words, found);
      }
    }
    return found;
  }

  #slotsOf(word: string): readonly number[] {
    const code = word.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      return this.#tree.numberSlots;
    }
    const remembered = this.#remembered.get(word);
    if (remembered !== undefined) {
      return remembered;
    }
    let slots = this.#lookUp(word);
    if (slots.length === 0) {
      const meant = this.#spelling.correct(word);
      slots = meant === undefined ? slots : this.#lookUp(meant);
    }
    if (this.#remembered.size >= rememberedWordsMax) {
      this.#remembered.clear();
    }
    this.#remembered.set(word, slots);
    return slots;
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

  #walk(
    node: Node,
    words: readonly Word[],
    slots: readonly (readonly number[])[],
    start: number,
    at: number,
    runs: Map<number, Run[]>,
  ): void {
    for (const { piece, endsSentence } of node.ends) {
      if (!endsSentence || at >= words.length || words[at]?.sentence !== words[start]?.sentence) {
        const known = runs.get(piece);
        if (known === undefined) {
          runs.set(piece, [{ start, end: at }]);
        } else if (known.at(-1)?.start !== start || known.at(-1)?.end !== at) {
          known.push({ start, end: at });
        }
      }
    }
    if (node.next.size === 0 || at >= words.length) {
      return;
    }
    if (words[at]?.sentence !== words[start]?.sentence) {
      return;
    }
    for (const slot of slots[at] ?? []) {
      const next = node.next.get(slot);
      if (next !== undefined) {
        this.#walk(next, words, slots, start, at + 1, runs);
      }
    }
    const wild = node.next.get(anyWord);
    if (wild !== undefined) {
      this.#walk(wild, words, slots, start, at + 1, runs);
    }
  }
}
