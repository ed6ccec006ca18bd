import type { Instant } from "../time.ts";
import type { Fact } from "./fact.ts";

/** A fact that its source took back. */
export interface VoidedFact {
  readonly id: string;
  readonly updatedAt?: Instant;
}

/**
 * Facts by id, the later version of each: a repeated import changes nothing, and versions that
 * come out of order end the same. Where the source tells no version, the one that came last
 * counts.
 */
export class FactCollection {
  readonly #facts = new Map<string, Fact>();
  readonly #voided = new Map<string, VoidedFact>();

  constructor(facts: Iterable<Fact> = []) {
    for (const fact of facts) this.#facts.set(fact.id, fact);
  }

  add(fact: Fact): void {
    const known = this.#facts.get(fact.id);
    if (known && isOlder(fact, known)) return;
    const voided = this.#voided.get(fact.id);
    if (voided && isOlder(fact, voided)) return;
    this.#voided.delete(fact.id);
    this.#facts.set(fact.id, fact);
  }

  take(voided: VoidedFact): void {
    const known = this.#facts.get(voided.id);
    if (known && isOlder(voided, known)) return;
    this.#facts.delete(voided.id);
    this.#voided.set(voided.id, voided);
  }

  get facts(): readonly Fact[] {
    return [...this.#facts.values()];
  }

  get voided(): readonly VoidedFact[] {
    return [...this.#voided.values()];
  }
}

function isOlder(
  one: { readonly updatedAt?: Instant },
  other: { readonly updatedAt?: Instant },
): boolean {
  return (
    one.updatedAt !== undefined && other.updatedAt !== undefined && one.updatedAt < other.updatedAt
  );
}
