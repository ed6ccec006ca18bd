import type { Code } from "../patient/code.ts";

/** Answers asked and remembered per index: codes of a region repeat, patients do not. */
const rememberedMax = 50_000;

/**
 * Finds which of several code lists hold a code: exact codes in one look-up, `*` endings by
 * prefix. Lists are known by their position. Answers are remembered, so that the prefixes of a
 * long list are tried once per distinct code and not once per fact.
 */
export class CodeIndex {
  readonly #exact = new Map<Code, number[]>();
  readonly #prefixes = new Map<string, number[]>();
  readonly #lengths: readonly number[];
  readonly #answers = new Map<Code, readonly number[]>();

  constructor(lists: readonly (readonly Code[])[]) {
    lists.forEach((codes, list) => {
      for (const code of codes) {
        if (!code.endsWith("*")) add(this.#exact, code, list);
        else {
          const prefix = code.slice(0, -1);
          add(this.#prefixes, prefix, list);
          // `E11.*` is meant to hold the category itself as well.
          if (prefix.endsWith(".")) add(this.#exact, prefix.slice(0, -1), list);
        }
      }
    });
    this.#lengths = [...new Set([...this.#prefixes.keys()].map((prefix) => prefix.length))];
  }

  /** The positions of the lists that hold the code, each once. */
  listsOf(code: Code): readonly number[] {
    const remembered = this.#answers.get(code);
    if (remembered !== undefined) return remembered;
    const found = new Set(this.#exact.get(code));
    for (const length of this.#lengths) {
      for (const list of this.#prefixes.get(code.slice(0, length)) ?? []) found.add(list);
    }
    const answer = [...found];
    if (this.#answers.size < rememberedMax) this.#answers.set(code, answer);
    return answer;
  }
}

function add(map: Map<string, number[]>, key: string, list: number): void {
  const lists = map.get(key);
  if (lists === undefined) map.set(key, [list]);
  else if (!lists.includes(list)) lists.push(list);
}
