import {
  type Element,
  type Entry,
  parsePiece,
  splitPhrase,
  type Way,
  type WordClasses,
} from "./phrase.ts";
import { anyWord, Slots } from "./slots.ts";

/** One place of a piece, its words replaced by slots. */
export type Place =
  | {
      readonly is: "words";
      /** The slot of the alternatives of one word; -1 without any. */
      readonly one: number;
      readonly several: readonly (readonly number[])[];
      /** Fits every word with which one of the alternatives begins. */
      readonly opens: number;
      readonly isOptional: boolean;
      readonly orEnd: boolean;
    }
  | { readonly is: "between"; readonly most: number; readonly only: number }
  | {
      readonly is: "unless";
      readonly one: number;
      readonly several: readonly (readonly number[])[];
    }
  | { readonly is: "start" }
  | { readonly is: "end" };

/** A run of words to look for. Equal pieces of different phrases are one piece. */
export interface PieceRule {
  readonly id: number;
  readonly places: readonly Place[];
  /** Words that a run of it has at the most. */
  readonly longest: number;
}

/** One phrase of one entry. */
export interface Rule<E extends Entry> {
  readonly id: number;
  readonly entry: E;
  readonly pieces: readonly PieceRule[];
  readonly within: number | undefined;
  /** Slots without which it cannot be there. */
  readonly needed: readonly number[];
}

export interface Rules<E extends Entry> {
  readonly slots: Slots;
  readonly all: readonly Rule<E>[];
  /** By slot: the rules worth looking for once a word fits it. Each rule hangs on its rarest words. */
  readonly bySlot: ReadonlyMap<number, readonly Rule<E>[]>;
}

export function compileRules<E extends Entry>(
  entries: readonly E[],
  classes: WordClasses,
): Rules<E> {
  const slots = new Slots(classes);
  const pieces = new Map<string, PieceRule>();
  const all: Rule<E>[] = [];
  const bySlot = new Map<number, Rule<E>[]>();
  const pieceOf = (written: string): PieceRule => {
    let known = pieces.get(written);
    if (known === undefined) {
      const places = parsePiece(written).map((element) => placeOf(element, slots));
      const longest = places.reduce((sum, place) => sum + mostWordsOf(place), 0);
      known = { id: pieces.size, places, longest };
      pieces.set(written, known);
    }
    return known;
  };
  for (const entry of entries) {
    for (const written of entry.phrases) {
      const phrase = splitPhrase(written);
      const rulePieces = phrase.pieces.map(pieceOf);
      const { needed, keys } = anchorsOf(rulePieces, slots, written);
      const rule = { id: all.length, entry, pieces: rulePieces, within: phrase.within, needed };
      all.push(rule);
      for (const key of keys) {
        const hanging = bySlot.get(key);
        if (hanging === undefined) bySlot.set(key, [rule]);
        else hanging.push(rule);
      }
    }
  }
  return { slots, all, bySlot };
}

function placeOf(element: Element, slots: Slots): Place {
  switch (element.is) {
    case "words": {
      const { one = -1, several } = slots.of(element.ways);
      const { isOptional, orEnd } = element;
      const opens = slots.opening(one, several);
      return { is: "words", one, several, opens, isOptional, orEnd };
    }
    case "between":
      return {
        is: "between",
        most: element.most,
        only: element.only === undefined ? anyWord : oneWord(element.only, slots),
      };
    case "unless": {
      const { one = -1, several } = slots.of(element.ways);
      return { is: "unless", one, several };
    }
    case "start":
    case "end":
      return element;
  }
}

function oneWord(ways: readonly Way[], slots: Slots): number {
  const { one } = slots.of(ways);
  if (one === undefined) throw new Error(`Only single words fill a gap: "${ways.join('", "')}"`);
  return one;
}

function mostWordsOf(place: Place): number {
  if (place.is === "between") return place.most;
  return place.is === "words" ? Math.max(1, ...place.several.map((way) => way.length)) : 0;
}

/** The slots a rule cannot do without, and those it is looked up by. */
function anchorsOf(pieces: readonly PieceRule[], slots: Slots, written: string) {
  const needed: number[] = [];
  let keys: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const place of pieces.flatMap((piece) => piece.places)) {
    if (place.is !== "words" || place.isOptional || place.orEnd) continue;
    if (place.opens > 0) needed.push(place.opens);
    const ways = place.several.map((way) => rarest(way, slots));
    const anchors = place.one === -1 ? ways : [place.one, ...ways];
    if (anchors.includes(anyWord)) continue;
    const weight = anchors.reduce((sum, slot) => sum + slots.weightOf(slot), 0);
    if (weight < least) {
      least = weight;
      keys = anchors;
    }
  }
  if (keys.length === 0) throw new Error(`A phrase needs no word at all: "${written}"`);
  return { needed, keys: new Set(keys) };
}

function rarest(way: readonly number[], slots: Slots): number {
  return way.reduce((best, slot) => (slots.weightOf(slot) < slots.weightOf(best) ? slot : best));
}
