import type { Instant } from "../../domain/time.ts";

/** Entries of one bucket are close together in time; a lookup sorts a few buckets only. */
const bucketMs = 60_000;

/**
 * What is due when, for many keys of which each is due at most once. Setting a key's time and
 * finding the first few that are due both cost little, however many wait.
 */
export class DueIndex {
  readonly #dueAt = new Map<string, Instant>();
  readonly #buckets = new Map<number, Set<string>>();
  /** Ascending; a bucket that ran empty stays until it is passed by. */
  #order: number[] = [];

  set(key: string, at: Instant): void {
    this.delete(key);
    this.#dueAt.set(key, at);
    const bucket = Math.floor(at / bucketMs);
    const keys = this.#buckets.get(bucket);
    if (keys) {
      keys.add(key);
      return;
    }
    this.#buckets.set(bucket, new Set([key]));
    this.#order.splice(this.#place(bucket), 0, bucket);
  }

  delete(key: string): void {
    const at = this.#dueAt.get(key);
    if (at === undefined) return;
    this.#dueAt.delete(key);
    const bucket = Math.floor(at / bucketMs);
    const keys = this.#buckets.get(bucket);
    keys?.delete(key);
    if (keys?.size !== 0) return;
    this.#buckets.delete(bucket);
    this.#order.splice(this.#place(bucket), 1);
  }

  /** Due by then, soonest first, at most `limit`. */
  by(by: Instant, limit: number): readonly (readonly [key: string, at: Instant])[] {
    const found: (readonly [string, Instant])[] = [];
    for (const bucket of this.#order) {
      if (bucket * bucketMs > by || found.length >= limit) break;
      found.push(...this.#sorted(bucket).filter(([, at]) => at <= by));
    }
    return found.slice(0, limit);
  }

  /** When the next one is due; `undefined` when nothing waits. */
  next(): Instant | undefined {
    const bucket = this.#order[0];
    if (bucket === undefined) return undefined;
    let soonest: Instant | undefined;
    for (const key of this.#buckets.get(bucket) ?? []) {
      const at = this.#dueAt.get(key);
      if (soonest === undefined || (at !== undefined && at < soonest)) soonest = at;
    }
    return soonest;
  }

  #sorted(bucket: number): readonly (readonly [string, Instant])[] {
    const keys = this.#buckets.get(bucket) ?? [];
    return [...keys]
      .map((key): readonly [string, Instant] => [key, this.#dueAt.get(key) ?? 0])
      .toSorted(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1));
  }

  #place(bucket: number): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#order[middle] ?? 0) < bucket) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
