import type { Instant } from "#domain/time";

/** A number can be taken off once in 30 days (SMS and Voice v2 API, `DeleteOptedOutNumber`). Ms. */
const onceWithinMs = 30 * 24 * 3_600_000;

export interface OptedOutNumber {
  readonly number: string;
  readonly at: Instant;
}

/** The opt-out list of the simulated carrier. A few numbers stand on it from the beginning. */
export class OptedOutNumbers {
  readonly #isKnown: (number: string) => boolean;
  readonly #since: Instant;
  readonly #added = new Map<string, Instant>();
  readonly #removedAt = new Map<string, Instant>();

  /** @param isKnown whether the carrier has this one on its list from the beginning. */
  constructor(isKnown: (number: string) => boolean, since: Instant) {
    this.#isKnown = isKnown;
    this.#since = since;
  }

  get(number: string): OptedOutNumber | undefined {
    const at = this.#added.get(number) ?? this.#fromTheBeginning(number);
    return at === undefined ? undefined : { number, at };
  }

  /** Those that were put on it. */
  all(): readonly OptedOutNumber[] {
    return [...this.#added].map(([number, at]) => ({ number, at }));
  }

  add(number: string, at: Instant): OptedOutNumber {
    const known = this.get(number) ?? { number, at };
    this.#added.set(number, known.at);
    return known;
  }

  remove(number: string, at: Instant): "removed" | "not-listed" | "too-soon" {
    if (this.get(number) === undefined) return "not-listed";
    const last = this.#removedAt.get(number);
    if (last !== undefined && at - last < onceWithinMs) return "too-soon";
    this.#added.delete(number);
    this.#removedAt.set(number, at);
    return "removed";
  }

  #fromTheBeginning(number: string): Instant | undefined {
    return this.#isKnown(number) && !this.#removedAt.has(number) ? this.#since : undefined;
  }
}
