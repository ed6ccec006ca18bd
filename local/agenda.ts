import type { Instant } from "#domain/time";

export interface AgendaEntry {
  readonly at: Instant;
  readonly label: string;
  readonly run: () => Promise<void> | void;
}

interface Ranked extends AgendaEntry {
  readonly order: number;
}

/**
 * What will happen, soonest first. Entries of one instant come in the order of their labels, and
 * only then as they were added: parallel work adds in any order, and the same seed must still give
 * the same run.
 */
export class Agenda {
  readonly #heap: Ranked[] = [];
  #added = 0;

  add(entry: AgendaEntry): void {
    const heap = this.#heap;
    let at = heap.push({ ...entry, order: this.#added++ }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** When the soonest entry is due. */
  next(): Instant | undefined {
    return this.#heap[0]?.at;
  }

  /** Takes the soonest entry if it is due by then. */
  take(by: Instant): AgendaEntry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at > by) return undefined;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [at * 2 + 1, at * 2 + 2]) {
        if (child < this.#heap.length && this.#isBefore(child, least)) least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const one = this.#heap[left];
    const other = this.#heap[right];
    if (one === undefined || other === undefined) return false;
    if (one.at !== other.at) return one.at < other.at;
    if (one.label !== other.label) return one.label < other.label;
    return one.order < other.order;
  }

  #swap(left: number, right: number): void {
    const one = this.#heap[left];
    const other = this.#heap[right];
    if (one === undefined || other === undefined) return;
    this.#heap[left] = other;
    this.#heap[right] = one;
  }
}
