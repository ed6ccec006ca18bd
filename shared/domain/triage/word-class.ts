import type { WordClasses } from "./phrase.ts";

/** Asks whether single words belong to a class of a data file; members of several words do not. */
export class WordClass {
  readonly #exact = new Set<string>();
  readonly #stems: string[] = [];

  /** @throws Error when the data file has no class of that name. */
  constructor(classes: WordClasses, name: string) {
    this.#fill(classes, name);
  }

  has(word: string): boolean {
    return this.#exact.has(word) || this.#stems.some((stem) => word.startsWith(stem));
  }

  #fill(classes: WordClasses, name: string): void {
    for (const member of membersOf(classes, name)) {
      if (member.endsWith("*")) this.#stems.push(member.slice(0, -1));
      else this.#exact.add(member);
    }
  }
}

/**
 * The members of a class, with those of the classes that it names.
 * @throws Error when there is no class of that name.
 */
export function membersOf(classes: WordClasses, name: string): readonly string[] {
  const written = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (written === undefined) throw new Error(`No class of words is called ${name}.`);
  return written
    .split(",")
    .map((member) => member.trim())
    .flatMap((member) =>
      member.startsWith("{") ? membersOf(classes, member.slice(1, -1)) : [member],
    );
}
