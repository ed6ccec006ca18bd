/**
 * A word or phrase of a list in its normal form: lower case, no accents, one space between words.
 * `*` at the end stands for any ending, `*` at the beginning of a single word for any beginning.
 */
export type Term = string;

/** A listed word as the author wrote it, with what the list says of it. */
export interface Found<Meaning> {
  readonly written: string;
  /** In the order of the list. Several lists may know the same word. */
  readonly meanings: readonly Meaning[];
}

interface Entry<Meaning> {
  readonly words: readonly string[];
  readonly isOpen: boolean;
  readonly order: number;
  readonly meaning: Meaning;
}

interface Token {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

/** Lower case without accents. */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/**
 * Makes a search for many terms at once. Of terms that begin at the same word, those of most words
 * count; the search goes on behind them, so that "hearing aids" can stand for itself.
 */
export function termSearch<Meaning>(
  terms: Iterable<readonly [Term, Meaning]>,
): (text: string) => readonly Found<Meaning>[] {
  const byFirstWord = new Map<string, Entry<Meaning>[]>();
  const byPrefix = new Map<string, Entry<Meaning>[]>();
  const byEnding: { readonly part: string; readonly entry: Entry<Meaning> }[] = [];
  let longestPrefix = 0;
  let order = 0;
  for (const [term, meaning] of terms) {
    const isOpen = term.endsWith("*");
    const words = term.replaceAll("*", "").split(" ");
    const entry = { words, isOpen, order: order++, meaning };
    const [first = ""] = words;
    if (term.startsWith("*")) byEnding.push({ part: first, entry });
    else if (isOpen && words.length === 1) {
      longestPrefix = Math.max(longestPrefix, first.length);
      push(byPrefix, first, entry);
    } else push(byFirstWord, first, entry);
  }
  const beginningWith = ({ plain }: Token): readonly Entry<Meaning>[] => {
    const found = [...(byFirstWord.get(plain) ?? [])];
    for (let length = 1; length <= Math.min(plain.length, longestPrefix); length += 1) {
      found.push(...(byPrefix.get(plain.slice(0, length)) ?? []));
    }
    for (const { part, entry } of byEnding) {
      if (entry.isOpen ? plain.includes(part) : plain.endsWith(part)) found.push(entry);
    }
    return found;
  };
  return (text) => {
    const tokens = tokensOf(text);
    const found: Found<Meaning>[] = [];
    for (let at = 0; at < tokens.length; ) {
      const here = beginningWith(tokens[at] as Token).filter((entry) => fits(entry, tokens, at));
      const most = Math.max(0, ...here.map(({ words }) => words.length));
      if (most > 0) {
        const longest = here.filter(({ words }) => words.length === most);
        const meanings = longest.toSorted((a, b) => a.order - b.order).map((each) => each.meaning);
        found.push({
          written: text.slice(tokens[at]?.start, tokens[at + most - 1]?.end),
          meanings,
        });
      }
      at += Math.max(1, most);
    }
    return found;
  };
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}

/** Whether the words after the first are there too. */
function fits(entry: Entry<unknown>, tokens: readonly Token[], at: number): boolean {
  return entry.words.every((word, index) => {
    if (index === 0) return true;
    const plain = tokens[at + index]?.plain ?? "";
    const isLast = index === entry.words.length - 1;
    return isLast && entry.isOpen ? plain.startsWith(word) : plain === word;
  });
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map((match) => ({
    plain: withoutAccents(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
