import { setTimeout as wait } from "node:timers/promises";
import { dayMs, hourMs, type Instant } from "#domain/time";
import type { LocalStack } from "./local-stack.ts";
import type { PaceTimes, Stride } from "./paces.ts";

const turnMs = 500;
/** Between two stretches of this a pause or a step is heard. */
const stretchMs = hourMs;
/** A step to the next event gives up after this. */
const eventWithinMs = 7 * dayMs;

type Moved = Pick<LocalStack, "clock" | "runUntil" | "nextMoment">;

/**
 * How time goes on for a stack that is held up: with the wall's clock, faster, or not at all, and by
 * steps at any time. Whoever moves it waits for their turn, so that no two do at once.
 */
export class Pace {
  readonly #stack: Moved;
  readonly #happenings: () => number;
  #times: PaceTimes = 1;
  #isPaused = false;
  #turn: Promise<unknown> = Promise.resolve();
  #steps = 0;
  /** The stack's time and the wall's when they last went side by side. */
  #since: { readonly stack: Instant; readonly wall: number };

  /** @param happenings how much somebody could have noticed so far, to know when there is more. */
  constructor(stack: Moved, happenings: () => number) {
    this.#stack = stack;
    this.#happenings = happenings;
    // A stack that lived into the future stays as far ahead; one that is behind catches up first.
    const wall = Date.now();
    this.#since = { wall, stack: Math.max(wall, stack.clock.now()) };
  }

  get times(): PaceTimes {
    return this.#times;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** A step is under way. */
  get isStepping(): boolean {
    return this.#steps > 0;
  }

  /** Time stands still at once; what is due by now is still worked off. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Time goes on from where it stands, at most so fast: what the machine cannot keep up with is let go. */
  go(times: PaceTimes): void {
    this.#times = times;
    this.#isPaused = false;
    this.#goFromHere();
  }

  /** Resolves once the stack is there. Paused or not, it stays so. */
  async step(stride: Stride): Promise<void> {
    this.#steps += 1;
    try {
      await this.#inTurn(() => this.#stride(stride));
    } finally {
      this.#steps -= 1;
    }
  }

  /**
   * Lets time pass until aborted; `each` is called after every turn.
   * @throws what broke the stack's run.
   */
  async keep(signal: AbortSignal, each: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await this.#inTurn(() => this.#goOn(signal));
      await each();
      await wait(turnMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    const { clock } = this.#stack;
    const mayGo = () => !this.#isPaused && !this.isStepping && !signal.aborted;
    // What came in meanwhile is worked off, whether or not time goes on.
    await this.#stack.runUntil(clock.now());
    const { stack, wall } = this.#since;
    const until = stack + (Date.now() - wall) * this.#times;
    while (mayGo() && clock.now() < until) {
      await this.#stack.runUntil(Math.min(until, clock.now() + stretchMs));
    }
    // With the wall's clock nothing is let go: it catches up.
    if (this.#times !== 1 && this.#since.wall === wall) this.#goFromHere();
  }

  async #stride(stride: Stride): Promise<void> {
    const { clock } = this.#stack;
    const start = clock.now();
    if (stride === "event") await this.#toEvent(start + eventWithinMs);
    else await this.#stack.runUntil(start + (stride === "day" ? dayMs : hourMs));
    this.#goFromHere();
  }

  async #toEvent(until: Instant): Promise<void> {
    await this.#stack.runUntil(this.#stack.clock.now());
    const before = this.#happenings();
    while (this.#happenings() === before && this.#stack.clock.now() < until) {
      await this.#stack.runUntil(Math.min(until, this.#stack.nextMoment() ?? until));
    }
  }

  #goFromHere(): void {
    this.#since = { stack: this.#stack.clock.now(), wall: Date.now() };
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
