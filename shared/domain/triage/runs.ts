import type { Run } from "./found.ts";

/** Where each piece was found in one text, by the number of the piece; runs in the text's order. */
export class Runs {
  readonly #byPiece = new Map<number, Run[]>();

  get pieces(): Iterable<number> {
    return this.#byPiece.keys();
  }

  of(piece: number): readonly Run[] | undefined {
    return this.#byPiece.get(piece);
  }

  addAll(pieces: readonly number[], run: Run): void {
    for (const piece of pieces) {
      const known = this.#byPiece.get(piece);
      if (known === undefined) {
        this.#byPiece.set(piece, [run]);
      } else {
        known.push(run);
      }
    }
  }

  add(piece: number, run: Run): void {
    const known = this.#byPiece.get(piece);
    if (known === undefined) {
      this.#byPiece.set(piece, [run]);
    } else if (known.at(-1)?.start !== run.start || known.at(-1)?.end !== run.end) {
      known.push(run);
    }
  }
}
