import type { Instant } from "#domain/time";
import { Agenda } from "./agenda.ts";

/** The stack's time, for everything that plays a part outside the functions. */
export interface LocalClock {
  now(): Instant;
  readonly isVirtual: boolean;
  /**
   * Runs once at that instant; a past instant means as soon as possible. On the virtual clock
   * entries of one instant run one after another, in the order of their labels, so a label that
   * names its touch or patient makes a run repeatable. A rejected run ends the stack's run.
   */
  schedule(at: Instant, label: string, run: () => Promise<void> | void): void;
}

/** Time stands still until it is moved; the stack moves it when nothing is left to do. */
export class VirtualClock implements LocalClock {
  readonly isVirtual = true;
  readonly #agenda = new Agenda();
  #now: Instant;

  constructor(from: Instant) {
    this.#now = from;
  }

  now(): Instant {
    return this.#now;
  }

  schedule(at: Instant, label: string, run: () => Promise<void> | void): void {
    // Instants are whole milliseconds: an invented delay may come with a fraction.
    this.#agenda.add({ at: Math.max(Math.round(at), this.#now), label, run });
  }

  /** The soonest instant with an entry. */
  next(): Instant | undefined {
    return this.#agenda.next();
  }

  /** Never goes back. */
  moveTo(at: Instant): void {
    this.#now = Math.max(at, this.#now);
  }

  /** Runs what is due now, with what that adds for now. Returns how many entries ran. */
  async runDue(): Promise<number> {
    let ran = 0;
    for (let entry = this.#agenda.take(this.#now); entry; entry = this.#agenda.take(this.#now)) {
      await entry.run();
      ran += 1;
    }
    return ran;
  }
}

/** A timer of Node holds at most 2^31-1 ms; longer waits take several. */
const timerMaxMs = 2_147_483_647;

/** The machine's own time. */
export class WallClock implements LocalClock {
  readonly isVirtual = false;
  readonly #agenda = new Agenda();
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #running = 0;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  now(): Instant {
    return Date.now();
  }

  schedule(at: Instant, label: string, run: () => Promise<void> | void): void {
    this.#agenda.add({ at, label, run });
    this.#arm();
  }

  /** Entries whose run has not ended. */
  get running(): number {
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#agenda.take(Number.POSITIVE_INFINITY)) this.#timer = undefined;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#agenda.next();
    if (next === undefined) return;
    const wait = Math.min(Math.max(next - Date.now(), 0), timerMaxMs);
    this.#timer = setTimeout(() => this.#ring(), wait);
  }

  #ring(): void {
    const now = Date.now();
    for (let entry = this.#agenda.take(now); entry; entry = this.#agenda.take(now)) {
      this.#running += 1;
      const { run } = entry;
      Promise.resolve()
        .then(run)
        .catch(this.#onError)
        .finally(() => {
          this.#running -= 1;
        });
    }
    this.#arm();
  }
}
