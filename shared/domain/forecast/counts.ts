/** Sums by name; a name may have a reason after a colon. */
export class Counts {
  readonly #sums = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + count);
  }

  of(name: string): number {
    return this.#sums.get(name) ?? 0;
  }

  /** What follows `name:` with its sum, in no order that means anything. */
  under(name: string): readonly (readonly [string, number])[] {
    return [...this.#sums]
      .filter(([key]) => key.startsWith(`${name}:`))
      .map(([key, sum]) => [key.slice(name.length + 1), sum]);
  }

  /** As `under`, most first, names breaking ties, so that every machine gives the same order. */
  byReason(name: string): readonly { readonly reason: string; readonly count: number }[] {
    return this.under(name)
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}
