import { AsyncLocalStorage } from "node:async_hooks";
import type { Call } from "./call.ts";
import type { FaultKind } from "./fault.ts";

/** Says what happens to the calls of an invocation, and hears what came of them. */
export interface Script {
  /** What befalls a call, if anything. Asked once for each call, not for each attempt. */
  fateOf(call: Call): FaultKind | undefined;
  /** What the worker is told of an attempt; nothing where it hears nothing. */
  answered(call: Call, text: string): void;
}

/** What became of an invocation. */
export type Ended =
  | { readonly is: "answered"; readonly answer: unknown }
  | { readonly is: "threw"; readonly error: unknown }
  | { readonly is: "killed" };

type Resolve = () => void;

/** One run of a function, as its process sees it. */
export class Invocation {
  readonly #script: Script;
  readonly #fates = new Map<string, FaultKind | undefined>();
  readonly #dead: Promise<Ended>;
  #die: (ended: Ended) => void = () => undefined;
  #isDead = false;
  #stands: Resolve | undefined;
  #goOn: Promise<void> | undefined;

  constructor(script: Script) {
    this.#script = script;
    this.#dead = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** What befalls this attempt. */
  fateOf(call: Call): FaultKind | undefined {
    if (!this.#fates.has(call.id)) this.#fates.set(call.id, this.#script.fateOf(call));
    return this.#fates.get(call.id);
  }

  heard(call: Call, text: string): void {
    this.#script.answered(call, text);
  }

  /** The process ends: nothing of it goes on. */
  die(): void {
    this.#isDead = true;
    this.#die({ is: "killed" });
  }

  /**
   * Has it stand still at the first fault that it meets, so that others can go on meanwhile.
   * @returns `reached` once it stands there, and what lets it go on.
   */
  standAtFault(): { readonly reached: Promise<void>; readonly letGoOn: Resolve } {
    const reached = new Promise<void>((resolve) => {
      this.#stands = resolve;
    });
    let letGoOn: Resolve = () => undefined;
    this.#goOn = new Promise((resolve) => {
      letGoOn = resolve;
    });
    return { reached, letGoOn };
  }

  /** Stands still if it was told to, once. */
  async stand(): Promise<void> {
    const stands = this.#stands;
    this.#stands = undefined;
    stands?.();
    if (stands) await this.#goOn;
  }

  /** Runs to its end, or to its death. */
  run(work: () => Promise<unknown>): Promise<Ended> {
    const whole = running.run(this, work).then(
      (answer): Ended => ({ is: "answered", answer }),
      (error: unknown): Ended => ({ is: "threw", error }),
    );
    return Promise.race([whole, this.#dead]);
  }
}

const running = new AsyncLocalStorage<Invocation>();

/** Whose call it is; nobody's where the harness itself asks. */
export function runningInvocation(): Invocation | undefined {
  return running.getStore();
}
