/**
 * How phrases are written in the data files, so that a clinician or a compliance owner can read and
 * correct them:
 *
 * - `short of breath` – these words in this order
 * - `bleed*` – any word that begins so
 * - `face|mouth` – either word; `(left arm|jaw)` – either, of several words
 * - `{pain}` – any word of the class of that name; `{pain}|claw*` – or that one
 * - `my?` – may be there or not; `the|my?` either or none
 * - `_` – any one word; `#` – a number
 * - `..` – up to 3 words may stand between, none of which denies; `{filler}..` – up to 6, of that
 *   class only
 * - `!not|no` – at the beginning: not right after these; elsewhere: none of these comes next
 * - `^` – the sentence begins here; `$` – it ends here; `now|$` – now, or it ends here
 * - `chest ~ pain*` – both within 6 words of each other, in any order, in one sentence;
 *   `chest ~3 pain*` – within 3
 * - `fever & stiff neck` – both anywhere in the message
 *
 * Words are lower case, without accents, and with short forms opened: `can not`, never `can't`.
 */
export interface Entry {
  /** `T1/breathing`, `negation`, `opt-out/cease`: what a span is named after. */
  readonly id: string;
  readonly phrases: readonly string[];
}

/** Classes of words by name: members divided by commas, of one or several words each. */
export type WordClasses = Readonly<Record<string, string>>;

/** A run of words. */
export type Piece = readonly Element[];

/** One alternative: one word or several in a row. A word is letters, a stem, `#`, `_` or `{class}`. */
export type Way = readonly string[];

export type Element =
  | {
      readonly is: "words";
      readonly ways: readonly Way[];
      readonly isOptional: boolean;
      /** The end of the sentence will do as well. */
      readonly orEnd: boolean;
    }
  | { readonly is: "between"; readonly most: number; readonly only?: readonly Way[] }
  | { readonly is: "unless"; readonly ways: readonly Way[] }
  | { readonly is: "start" }
  | { readonly is: "end" };

/** Words apart that two pieces joined by `~` may be (triage lexicon: within 6 tokens). */
const nearWords = 6;
const anyBetween = 3;
const ofClassBetween = 6;

const joiner = / (?:~(\d*)|&) /;

/** The pieces of a phrase as they are written, and how far apart they may stand. */
export function splitPhrase(written: string): {
  readonly pieces: readonly string[];
  readonly within?: number;
} {
  const parts = written.split(joiner);
  const pieces = parts.filter((_, index) => index % 2 === 0);
  if (written.includes(" & ")) return { pieces };
  return { pieces, within: Number(parts[1] || nearWords) };
}

/** @throws Error when it is not written as explained above. */
export function parsePiece(written: string): Piece {
  const tokens = splitOutside(written, " ");
  if (tokens.length === 0) throw new Error(`A phrase has an empty piece: "${written}"`);
  return tokens.map(parseToken);
}

function parseToken(token: string): Element {
  if (token === "^") return { is: "start" };
  if (token === "$") return { is: "end" };
  if (token === "..") return { is: "between", most: anyBetween };
  if (token.endsWith("..")) {
    return { is: "between", most: ofClassBetween, only: waysOf(token.slice(0, -2)) };
  }
  if (token.startsWith("!")) return { is: "unless", ways: waysOf(token.slice(1)) };
  const isOptional = token.endsWith("?");
  const ways = waysOf(isOptional ? token.slice(0, -1) : token);
  const words = ways.filter((way) => way[0] !== "$");
  return { is: "words", ways: words, isOptional, orEnd: words.length < ways.length };
}

/** Alternatives; a group inside a group is multiplied out. */
function waysOf(alternatives: string): readonly Way[] {
  return splitOutside(alternatives, "|").flatMap((alternative) => {
    const words = splitOutside(alternative, " ");
    if (words.length === 1) {
      return alternative.startsWith("(") ? waysOf(alternative.slice(1, -1)) : [words];
    }
    if (words.some((word) => word === "$" || /^!|[?.]$/.test(word))) {
      throw new Error(`Only words may stand inside brackets: "${alternative}"`);
    }
    let ways: readonly Way[] = [[]];
    for (const word of words) {
      const next = waysOf(word);
      ways = ways.flatMap((begun) => next.map((way) => [...begun, ...way]));
    }
    return ways;
  });
}

/** Cuts at a character where no bracket is open; empty parts are left out. */
function splitOutside(text: string, divider: string): readonly string[] {
  if (!text.includes("(")) return text.split(divider).filter((part) => part !== "");
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    else if ((char === divider && depth === 0) || at === text.length) {
      if (at > from) parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (depth !== 0) throw new Error(`A bracket is open or closed too often: "${text}"`);
  return parts;
}
