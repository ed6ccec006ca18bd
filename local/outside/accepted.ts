import type { Channel } from "#domain/patient/contact-point";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";

/** One thing that a provider took on, as its own books show it. */
export interface Acceptance {
  readonly key: TouchKey;
  readonly channel: Channel;
  readonly at: Instant;
  readonly providerId: string;
}

/**
 * The providers' books: every acceptance, never fewer. The law check holds them against the
 * ledger, so they know nothing of what the engine believes.
 */
export class AcceptedBook {
  readonly #entries: Acceptance[] = [];

  add(acceptance: Acceptance): void {
    this.#entries.push(acceptance);
  }

  all(): readonly Acceptance[] {
    return this.#entries;
  }
}
