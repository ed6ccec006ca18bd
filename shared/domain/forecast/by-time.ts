import type { Instant } from "../time.ts";

/** Something that waits for its moment. */
export interface Timed {
  readonly at: Instant;
  /** Tells things of one moment apart, so that their order is the same on every machine. */
  readonly order: number;
}

/** What waits, the soonest first: a binary heap, for a lane may hold hundreds of thousands. */
export class ByTime<Item extends Timed> {
  readonly #heap: Item[] = [];

  get size(): number {
    return this.#heap.length;
  }

  add(item: Item): void {
    this.#heap.push(item);
    let child = this.#heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  /** Takes the soonest out; `undefined` when nothing waits. */
  take(): Item | undefined {
    const last = this.#heap.length - 1;
    if (last < 0) return undefined;
    this.#swap(0, last);
    const soonest = this.#heap.pop();
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let first = parent;
      if (left < last && this.#isBefore(left, first)) first = left;
      if (right < last && this.#isBefore(right, first)) first = right;
      if (first === parent) return soonest;
      this.#swap(first, parent);
      parent = first;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
