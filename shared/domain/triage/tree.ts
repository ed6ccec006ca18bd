import { type Entry, type Phrase, type Piece, parsePhrase } from "./phrase.ts";

/** One phrase of an entry, its pieces by number. */
export interface Rule<E> {
  readonly entry: E;
  readonly pieces: readonly number[];
  readonly within: number | undefined;
}

/** A node of the tree of pieces: by the slot that the next word fits. */
export interface Node {
  readonly next: Map<number, Node>;
  readonly ends: { readonly piece: number; readonly endsSentence: boolean }[];
}

/** A node of the tree of letters that names the slots of a word in one walk. */
export interface LetterNode {
  readonly next: Map<number, LetterNode>;
  whole?: number[];
  stem?: number[];
}

/** The slot that any word fits. */
export const anyWord = 0;

/** All phrases of all entries, laid out so that a text is held against them in one walk. */
export interface Tree<E extends Entry> {
  readonly letters: LetterNode;
  readonly pieces: Node;
  /** By the number of the rule's first piece. */
  readonly rulesByFirstPiece: readonly (readonly Rule<E>[] | undefined)[];
  /** The slots that a number fits. */
  readonly numberSlots: readonly number[];
  readonly vocabulary: ReadonlySet<string>;
}

export function plant<E extends Entry>(entries: readonly E[]): Tree<E> {
  const builder = new Builder<E>();
  for (const entry of entries) {
    for (const phrase of entry.phrases.flatMap(parsePhrase)) {
      builder.add(entry, phrase);
    }
  }
  return builder;
}

class Builder<E extends Entry> implements Tree<E> {
  readonly letters: LetterNode = { next: new Map() };
  readonly pieces: Node = { next: new Map(), ends: [] };
  readonly rulesByFirstPiece: Rule<E>[][] = [];
  readonly vocabulary = new Set<string>();
  /** The slots that a number fits. */
  readonly numberSlots: number[] = [];
  readonly #pieceIds = new Map<string, number>();
  readonly #slotIds = new Map<string, number>([["_", anyWord]]);

  add(entry: E, phrase: Phrase): void {
    const pieces = phrase.pieces.map((piece) => this.#piece(piece));
    const first = pieces[0] ?? 0;
    const rules = this.rulesByFirstPiece[first] ?? [];
    rules.push({ entry, pieces, within: phrase.within });
    this.rulesByFirstPiece[first] = rules;
  }

  #piece(piece: Piece): number {
    const key = JSON.stringify(piece);
    const known = this.#pieceIds.get(key);
    if (known !== undefined) {
      return known;
    }
    const id = this.#pieceIds.size;
    this.#pieceIds.set(key, id);
    let node = this.pieces;
    for (const slot of piece.slots) {
      node = childOf(node, this.#slot(slot));
    }
    node.ends.push({ piece: id, endsSentence: piece.endsSentence });
    return id;
  }

  #slot(words: readonly string[]): number {
    const key = words.join("|");
    const known = this.#slotIds.get(key);
    if (known !== undefined) {
      return known;
    }
    const slot = this.#slotIds.size;
    this.#slotIds.set(key, slot);
    for (const word of new Set(words)) {
      this.#fit(word, slot);
    }
    return slot;
  }

  #fit(word: string, slot: number): void {
    if (word === "#") {
      this.numberSlots.push(slot);
      return;
    }
    const isStem = word.endsWith("*");
    const letters = isStem ? word.slice(0, -1) : word;
    let node = this.letters;
    for (let at = 0; at < letters.length; at += 1) {
      const code = letters.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(code, next);
      }
      node = next;
    }
    if (isStem) {
      node.stem ??= [];
      node.stem.push(slot);
    } else {
      node.whole ??= [];
      node.whole.push(slot);
      this.vocabulary.add(letters);
    }
  }
}

function childOf(node: Node, slot: number): Node {
  let child = node.next.get(slot);
  if (child === undefined) {
    child = { next: new Map(), ends: [] };
    node.next.set(slot, child);
  }
  return child;
}
