import type { Instant } from "#domain/time";
import type { Clock } from "#ports";
import { Agenda } from "../agenda.ts";

/** So many moments, and then the machine may do something else: draw a bar, hear Ctrl-C. */
const momentsInARow = 5_000;

/**
 * The time of one simulation. It stands still while anybody works and jumps to the next moment at
 * which something happens. What happens runs alone, until it waits for a later moment or is done.
 */
export class Timeline implements Clock {
  readonly #agenda = new Agenda();
  #now: Instant;
  #moments = 0;

  constructor(from: Instant) {
    this.#now = from;
  }

  now(): Instant {
    return this.#now;
  }

  /** Has it happen then, or at once where that is past. What happens is not waited for. */
  at(instant: Instant, label: string, run: () => void): void {
    this.#agenda.add({ at: Math.max(Math.round(instant), this.#now), label, run });
  }

  after(ms: number, label: string, run: () => void): void {
    this.at(this.#now + ms, label, run);
  }

  /** Until so much later. */
  pass(ms: number, label: string): Promise<void> {
    return new Promise((resolve) => this.after(ms, label, resolve));
  }

  /**
   * Lives until then, or until as many things have happened since the begin as may.
   * @returns whether it came so far.
   */
  async runUntil(until: Instant, momentsMax: number): Promise<boolean> {
    for (let next = this.#agenda.take(until); next; next = this.#agenda.take(until)) {
      this.#now = next.at;
      next.run();
      await everybodyWaits();
      this.#moments += 1;
      if (this.#moments >= momentsMax) return false;
      if (this.#moments % momentsInARow === 0) await new Promise(setImmediate);
    }
    this.#now = Math.max(until, this.#now);
    return true;
  }
}

/**
 * Until nobody has anything left to do now. Nobody waits for anything but promises, and Node runs a
 * next tick that is asked for among promises only when none of them is left to go on.
 */
function everybodyWaits(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
