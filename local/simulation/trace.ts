import { createHash } from "node:crypto";

/** Letters of the digest that are shown: enough to tell any two runs apart. */
const shownLetters = 16;

/** Lines hashed at a time. */
const linesInABatch = 256;

/**
 * A digest of everything that happened, in order. The same seed gives the same one on every
 * machine; a difference means that something else than the seed decided.
 */
export class Trace {
  readonly #hash = createHash("sha256");
  #batch: string[] = [];

  add(line: string): void {
    this.#batch.push(line);
    if (this.#batch.length >= linesInABatch) this.#flush();
  }

  /** To be asked for once, at the end. */
  digest(): string {
    this.#flush();
    return this.#hash.digest("hex").slice(0, shownLetters);
  }

  #flush(): void {
    this.#hash.update(`${this.#batch.join("\n")}\n`);
    this.#batch = [];
  }
}
