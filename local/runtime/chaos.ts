/** Real ms after an invocation is handed out within which its process may be killed. */
const killWithinMs = 25;
/** Invocations between two kills, at most. */
const gapMax = 40;

/**
 * Kills function processes at random: which invocation, and how long after its start, follows from
 * the seed. What the process had done by then does not, and must not matter.
 */
export class Chaos {
  readonly #random: () => number;
  #left: number;
  #gap: number;

  constructor(kills: { readonly count: number; readonly seed: number }) {
    this.#random = mulberry(kills.seed);
    this.#left = kills.count;
    this.#gap = this.#draw(gapMax);
  }

  /** Called for each invocation as it is handed out; `kill` says whether a process was killed. */
  consider(kill: () => boolean): void {
    if (this.#left <= 0) return;
    this.#gap -= 1;
    if (this.#gap > 0) return;
    this.#gap = this.#draw(gapMax);
    this.#left -= 1;
    setTimeout(() => {
      if (!kill()) this.#left += 1;
    }, this.#draw(killWithinMs));
  }

  /** 1 to `most`. */
  #draw(most: number): number {
    return 1 + Math.floor(this.#random() * most);
  }
}

/** Mulberry32: 32 bits of state, the same sequence everywhere. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
