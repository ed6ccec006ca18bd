import { type Found, findRule, type Run } from "./found.ts";
import type { Word } from "./normalise.ts";
import type { Entry, WordClasses } from "./phrase.ts";
import { compileRules, type PieceRule, type Place, type Rule, type Rules } from "./rules.ts";
import { hasBit, union } from "./slot-bits.ts";
import { anyWord, denials } from "./slots.ts";
import { remember } from "./word-memory.ts";

/** What one word can stand for. */
interface Fits<E extends Entry> {
  /** One bit for each slot. */
  readonly bits: Uint32Array;
  /** The rules that hang on this word. */
  readonly rules: readonly Rule<E>[];
}

/**
 * Finds phrases in texts. Each rule hangs on its rarest word, so that time grows with the text and
 * the phrases that it could hold, never with the number of phrases there are.
 */
export class Matcher<E extends Entry> {
  readonly #rules: Rules<E>;
  readonly #remembered = new Map<string, Fits<E>>();
  /** By rule: the last text that it was looked for in. */
  readonly #seenIn: Uint32Array;
  #texts = 0;

  constructor(entries: readonly E[], classes: WordClasses) {
    this.#rules = compileRules(entries, classes);
    this.#seenIn = new Uint32Array(this.#rules.all.length);
  }

  /** The words that phrases name in full. */
  get known(): Iterable<string> {
    return this.#rules.slots.known;
  }

  /** Whether any phrase has a place for this word. */
  knows(word: string): boolean {
    return this.#rules.slots.fitting(word).length > 0;
  }

  find(words: readonly Word[]): readonly Found<E>[] {
    const fits = words.map((word) => this.#fitsOf(word.text));
    const text = new TextRuns(words, fits);
    const found: Found<E>[] = [];
    this.#texts += 1;
    for (const { rules } of fits) {
      for (const rule of rules) {
        if (this.#seenIn[rule.id] !== this.#texts) {
          this.#seenIn[rule.id] = this.#texts;
          if (text.hasAll(rule.needed)) findRule(rule, text, words, found);
        }
      }
    }
    return found;
  }

  #fitsOf(word: string): Fits<E> {
    const remembered = this.#remembered.get(word);
    if (remembered !== undefined) return remembered;
    const { slots, bySlot } = this.#rules;
    const bits = new Uint32Array((slots.count >> 5) + 1);
    const rules = new Set<Rule<E>>();
    for (const slot of slots.fitting(word)) {
      bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
      for (const rule of bySlot.get(slot) ?? []) rules.add(rule);
    }
    return remember(this.#remembered, word, { bits, rules: [...rules] });
  }
}

/** Where pieces stand in one text; each is looked for once. */
class TextRuns {
  readonly #words: readonly Word[];
  readonly #fits: readonly { readonly bits: Uint32Array }[];
  readonly #runs = new Map<number, readonly Run[]>();
  /** The slots of all words together. */
  readonly #all: Uint32Array;

  constructor(words: readonly Word[], fits: readonly { readonly bits: Uint32Array }[]) {
    this.#words = words;
    this.#fits = fits;
    this.#all = union(fits.map(({ bits }) => bits));
  }

  /** Whether each slot has a word in the text. */
  hasAll(slots: readonly number[]): boolean {
    for (const slot of slots) {
      if (!hasBit(this.#all, slot)) return false;
    }
    return true;
  }

  /** The runs of this piece in the order of the text, each as long as it can be. */
  of(piece: PieceRule): readonly Run[] {
    const known = this.#runs.get(piece.id);
    if (known !== undefined) return known;
    const runs: Run[] = [];
    for (let start = 0; start < this.#words.length; start += 1) {
      const end = this.#furthest(piece.places, 0, start, start);
      if (end > start) runs.push({ start, end });
    }
    this.#runs.set(piece.id, runs);
    return runs;
  }

  /** Where the rest of a piece can end at the most when its next word is `at`, or `nowhere`. */
  #furthest(places: readonly Place[], index: number, start: number, at: number): number {
    const place = places[index];
    if (place === undefined) return at;
    switch (place.is) {
      case "words":
        return this.#furthestBy(place, places, index, start, at);
      case "between": {
        let best = this.#furthest(places, index + 1, start, at);
        for (let to = at; to < at + place.most && this.#is(start, to, place.only); to += 1) {
          if (place.only === anyWord && denials.has(this.#words[to]?.text ?? "")) break;
          best = Math.max(best, this.#furthest(places, index + 1, start, to + 1));
        }
        return best;
      }
      case "unless":
        if (this.#isUnwanted(place, index === 0, start, at)) return nowhere;
        break;
      case "start":
        if (this.#isInside(start, at - 1)) return nowhere;
        break;
      case "end":
        if (this.#isInside(start, at)) return nowhere;
        break;
    }
    return this.#furthest(places, index + 1, start, at);
  }

  #furthestBy(
    place: Extract<Place, { readonly is: "words" }>,
    places: readonly Place[],
    index: number,
    start: number,
    at: number,
  ): number {
    const mayStay = place.isOptional || (place.orEnd && !this.#isInside(start, at));
    let best = mayStay ? this.#furthest(places, index + 1, start, at) : nowhere;
    if (!this.#is(start, at, place.opens)) return best;
    if (place.one >= 0 && this.#is(start, at, place.one)) {
      best = Math.max(best, this.#furthest(places, index + 1, start, at + 1));
    }
    for (const way of place.several) {
      if (this.#isWay(way, start, at)) {
        best = Math.max(best, this.#furthest(places, index + 1, start, at + way.length));
      }
    }
    return best;
  }

  #isWay(way: readonly number[], start: number, at: number): boolean {
    for (let offset = 0; offset < way.length; offset += 1) {
      if (!this.#is(start, at + offset, way[offset] ?? anyWord)) return false;
    }
    return true;
  }

  /** Words that must not stand right before a piece, or come next inside it. */
  #isUnwanted(place: UnlessPlace, isBefore: boolean, start: number, at: number): boolean {
    if (place.one >= 0 && this.#is(start, isBefore ? at - 1 : at, place.one)) return true;
    return place.several.some((way) => this.#isWay(way, start, isBefore ? at - way.length : at));
  }

  /** Whether the word there, in the sentence of `start`, fits the slot. */
  #is(start: number, at: number, slot: number): boolean {
    if (!this.#isInside(start, at)) return false;
    return slot === anyWord || hasBit(this.#fits[at]?.bits ?? none, slot);
  }

  #isInside(start: number, at: number): boolean {
    const word = this.#words[at];
    return word !== undefined && word.sentence === this.#words[start]?.sentence;
  }
}

/** Less than every end of a run. */
const nowhere = -1;

const none = new Uint32Array(1);

type UnlessPlace = Extract<Place, { readonly is: "unless" }>;
