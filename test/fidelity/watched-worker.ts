import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import type { Strike } from "./strike.ts";
import type { Turns } from "./turns.ts";

/** One call of a port, as both sides must have made it. */
export interface CallMade {
  /** The port and its method: `record append`. */
  readonly call: string;
  readonly asked: unknown;
  /** What came back, or how it failed. */
  readonly answer: unknown;
}

/** How a piece of work ended. `died`: the worker never went on. */
export type WorkEnd =
  | { readonly is: "done"; readonly answer: unknown }
  | { readonly is: "failed"; readonly error: string }
  | { readonly is: "died" };

/**
 * Sees every call that a worker makes, in order, and has one of them struck when told to. A worker
 * that died makes no further call and is told nothing more, as a process that was killed.
 */
export class WatchedWorker {
  readonly #turns: Turns;
  readonly #told: (made: CallMade) => void;
  #made = 0;
  #strike: Strike | undefined;
  #died: () => void = () => undefined;
  #isDead = false;

  constructor(turns: Turns, told: (made: CallMade) => void) {
    this.#turns = turns;
    this.#told = told;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Does one piece of work to its end, or to the worker's. */
  async work(job: () => Promise<unknown>, strike: Strike | undefined): Promise<WorkEnd> {
    this.#made = 0;
    this.#strike = strike;
    const died = new Promise<WorkEnd>((resolve) => {
      this.#died = () => resolve({ is: "died" });
    });
    const ended = job().then(
      (answer): WorkEnd => ({ is: "done", answer }),
      (error: unknown): WorkEnd => ({ is: "failed", error: failureOf(error) }),
    );
    return Promise.race([ended, died]);
  }

  /** The port as this worker reaches it. */
  reached<Port extends object>(name: string, port: Port): Port {
    const methods = Object.entries(port).map(([method, call]) => [
      method,
      (...asked: readonly unknown[]) =>
        this.#make(`${name} ${method}`, asked, () => call(...asked)),
    ]);
    return Object.fromEntries(methods) as Port;
  }

  async #make(call: string, asked: unknown, make: () => Promise<unknown>): Promise<unknown> {
    if (this.#isDead) return never();
    const fate = this.#made === this.#strike?.call ? this.#strike.fate : undefined;
    this.#made += 1;
    const answer = await this.#turns.take(async () => {
      if (this.#isDead || fate === "dies-before") return this.#die();
      if (fate === "not-applied") throw new TryAgain("fidelity/not-applied");
      const heard = await this.#heard(call, asked, make);
      if (fate === "dies-after") return this.#die();
      if (fate === "answer-lost") throw new TryAgain("fidelity/answer-lost");
      return heard;
    });
    return this.#isDead ? never() : answer;
  }

  async #heard(call: string, asked: unknown, make: () => Promise<unknown>): Promise<unknown> {
    try {
      const answer = await make();
      this.#told({ call, asked, answer });
      return answer;
    } catch (error) {
      this.#told({ call, asked, answer: failureOf(error) });
      throw error;
    }
  }

  #die(): void {
    this.#isDead = true;
    this.#died();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function failureOf(error: unknown): string {
  if (error instanceof TryAgain || error instanceof Unrecoverable) {
    return `${error.name} ${error.code}`;
  }
  return String(error);
}
