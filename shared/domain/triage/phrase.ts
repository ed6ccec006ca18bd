/**
 * How lexicon phrases are written, so that a clinician can read and correct them:
 *
 * - `short of breath` – these words in this order
 * - `bleed*` – any word that begins so
 * - `face|mouth` – either word
 * - `(left arm|jaw)` – alternatives of several words
 * - `my?` – may be there or not; `the|my?` either or none
 * - `_` – any one word; `#` – a number
 * - `$` at the end – the sentence ends here
 * - `chest ~ pain*` – both within 6 words of each other, in any order, in one sentence
 * - `fever & stiff neck` – both anywhere in the message
 *
 * Words are lower case, without accents, and with short forms opened: `can not`, never `can't`.
 */
export interface Entry {
  /** `T1/breathing`, `negation`, `opt-out/phrase`: what a span is named after. */
  readonly id: string;
  readonly phrases: readonly string[];
}

export interface Phrase {
  /** Each piece is a run of words; a slot lists the words that fit. */
  readonly pieces: readonly Piece[];
  /** Words that may stand between pieces; `undefined`: anywhere in the message. */
  readonly within?: number;
}

export interface Piece {
  readonly slots: readonly (readonly string[])[];
  readonly endsSentence: boolean;
}

/** Words apart that two pieces joined by `~` may be (triage lexicon: within 6 tokens). */
export const nearWords = 6;

/** All plain phrases that one written phrase stands for: optional words are spelled out. */
export function parsePhrase(written: string): readonly Phrase[] {
  const anywhere = written.includes(" & ");
  const choices = written.split(anywhere ? " & " : " ~ ").map(parsePiece);
  const phrases = new Map(product(choices).map((pieces) => [JSON.stringify(pieces), pieces]));
  return [...phrases.values()].map((pieces) =>
    anywhere ? { pieces } : { pieces, within: nearWords },
  );
}

function parsePiece(written: string): readonly Piece[] {
  const tokens = written.match(tokenShape) ?? [];
  const endsSentence = tokens.at(-1) === "$";
  const choices = (endsSentence ? tokens.slice(0, -1) : tokens).map(parseToken);
  return product(choices).map((chosen) => ({ slots: chosen.flat(), endsSentence }));
}

/** Each way in which one token can be met: a run of slots, which is empty where it is optional. */
function parseToken(token: string): readonly (readonly (readonly string[])[])[] {
  const isOptional = token.endsWith("?");
  const bare = isOptional ? token.slice(0, -1) : token;
  const ways = bare.startsWith("(") ? grouped(bare.slice(1, -1).split("|")) : [[bare.split("|")]];
  return isOptional ? [...ways, []] : ways;
}

/** Alternatives of one word share one slot, so that a long group costs one way and not many. */
function grouped(alternatives: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const single = alternatives.filter((words) => !words.includes(" ") && words !== "_");
  const others = alternatives
    .filter((words) => words.includes(" ") || words === "_")
    .map((words) => words.split(" ").map((word) => [word]));
  return single.length === 0 ? others : [[single], ...others];
}

/** A group in brackets, or anything without blanks. */
const tokenShape = /\([^)]*\)\??|[^\s]+/g;

function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let all: readonly (readonly T[])[] = [[]];
  for (const choice of choices) {
    all = all.flatMap((begun) => choice.map((next) => [...begun, next]));
  }
  return all;
}
