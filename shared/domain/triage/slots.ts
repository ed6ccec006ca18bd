import type { Way, WordClasses } from "./phrase.ts";
import { membersOf } from "./word-class.ts";

/** The slot that any word fits. */
export const anyWord = 0;

/** A gap of any words passes over none of these: "chest does not hurt" is no "chest … hurt". */
export const denials: ReadonlySet<string> = new Set([
  "not",
  "no",
  "never",
  "without",
  "sin",
  "nunca",
]);

/**
 * Numbers the places that a word can take in phrases. A slot is a set of words ("face or mouth",
 * "any word of the class `pain`"); one look-up of a word names all slots that it fits.
 */
export class Slots {
  readonly #classes: WordClasses;
  readonly #ids = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #numbers: number[] = [];
  /** Slots that take over all words of another one. */
  readonly #above = new Map<number, number[]>();
  readonly #severalOfClass = new Map<string, readonly (readonly number[])[]>();
  /** About how many words of running text fit a slot: what makes a phrase cheap to rule out. */
  readonly #weights: number[] = [1000];

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  get count(): number {
    return this.#weights.length;
  }

  weightOf(slot: number): number {
    return this.#weights[slot] ?? 0;
  }

  /** The words known in full, without those known by their stem. */
  get known(): Iterable<string> {
    return this.#exact.keys();
  }

  /** The slot of the ways of one word, if there are any, and the slots of each way of several. */
  of(ways: readonly Way[]): { one?: number; several: readonly (readonly number[])[] } {
    const ones = ways.filter((way) => way.length === 1).map((way) => way[0] ?? "");
    const several = ways
      .filter((way) => way.length > 1)
      .map((way) => way.map((word) => this.#slot([word])));
    for (const word of ones) {
      if (isClass(word)) several.push(...this.#severalOf(word).map((slots) => [...slots]));
    }
    return ones.length === 0 ? { several } : { one: this.#slot(ones), several };
  }

  /** One slot for all words with which these alternatives begin. */
  opening(one: number, several: readonly (readonly number[])[]): number {
    if (several.length === 0) return one;
    const firsts = new Set(several.map((way) => way[0] ?? anyWord));
    if (one >= 0) firsts.add(one);
    if (firsts.has(anyWord)) return anyWord;
    const key = `opening ${[...firsts].join(" ")}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const slot = this.#weights.length;
    this.#ids.set(key, slot);
    this.#weights.push(0);
    for (const first of firsts) push(this.#above, first, slot);
    return slot;
  }

  /** All slots that this word fits, in no order. */
  fitting(word: string): readonly number[] {
    const code = word.charCodeAt(0);
    const isNumber = code >= 48 && code <= 57;
    const fits = new Set<number>();
    if (isNumber) this.#add(fits, this.#numbers);
    this.#add(fits, this.#exact.get(word));
    for (let size = 1; size <= word.length; size += 1) {
      this.#add(fits, this.#stems.get(word.slice(0, size)));
    }
    return [...fits];
  }

  #add(fits: Set<number>, slots: readonly number[] | undefined): void {
    for (const slot of slots ?? []) {
      if (!fits.has(slot)) {
        fits.add(slot);
        this.#add(fits, this.#above.get(slot));
      }
    }
  }

  #slot(words: readonly string[]): number {
    if (words.length === 1 && words[0] === "_") return anyWord;
    const key = words.join("|");
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const slot = this.#weights.length;
    this.#ids.set(key, slot);
    this.#weights.push(0);
    let weight = 0;
    for (const word of new Set(words)) {
      const isOwnClass = isClass(word) && words.length === 1;
      weight += isOwnClass ? this.#fillWithClass(word, slot) : this.#fill(word, slot);
    }
    this.#weights[slot] = weight;
    return slot;
  }

  #fill(word: string, slot: number): number {
    if (isClass(word)) {
      const below = this.#slot([word]);
      push(this.#above, below, slot);
      return this.weightOf(below);
    }
    if (word === "#") {
      this.#numbers.push(slot);
      return 20;
    }
    if (word.endsWith("*")) {
      push(this.#stems, word.slice(0, -1), slot);
      return 3;
    }
    push(this.#exact, word, slot);
    return frequent.has(word) ? 30 : 1;
  }

  #fillWithClass(reference: string, slot: number): number {
    return this.#membersOf(reference)
      .filter((member) => !member.includes(" "))
      .reduce((weight, member) => weight + this.#fill(member, slot), 0);
  }

  #severalOf(reference: string): readonly (readonly number[])[] {
    const known = this.#severalOfClass.get(reference);
    if (known !== undefined) return known;
    const several = this.#membersOf(reference)
      .filter((member) => member.includes(" "))
      .map((member) => member.split(" ").map((word) => this.#slot([word])));
    this.#severalOfClass.set(reference, several);
    return several;
  }

  #membersOf(reference: string): readonly string[] {
    return membersOf(this.#classes, reference.slice(1, -1));
  }
}

function isClass(word: string): boolean {
  return word.startsWith("{");
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Words of almost every text: a phrase is never looked for because of one of these alone. */
const frequent: ReadonlySet<string> = new Set(
  `a an and any are at be but can could did do does for from get had has have he her him his i if in
   is it me my no not now of off on or our out she so some that the their them there they this to up
   was we were what when who will with would you your de el en es esta la las le lo los me mi no que
   se si su un una y ya con por para como`.split(/\s+/),
);
