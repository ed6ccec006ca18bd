import type { LocalClock } from "../clock.ts";
import type { FunctionSet } from "../runtime/function-set.ts";
import type { FunctionPlan } from "../template/functions.ts";
import { type EventSource, Waker } from "./source.ts";

/** Before the first and the second retry (Lambda guide, "Asynchronous invocation"). Ms. */
const retryAfterMs = [60_000, 120_000] as const;

interface Call {
  readonly name: string;
  readonly event: unknown;
  readonly tries: number;
}

/**
 * Calls whose answer nobody waits for: from schedules, rules and buckets. A failed one is tried
 * twice more, then goes to the function's dead-letter queue where it has one.
 */
export class AsyncInvocations extends Waker implements EventSource {
  readonly id = "asynchronous invocations";
  readonly limit = 8;
  readonly #functions: FunctionSet;
  readonly #plans: readonly FunctionPlan[];
  readonly #clock: LocalClock;
  readonly #giveUp: (arn: string, body: string) => void;
  readonly #calls: Call[] = [];

  constructor(parts: {
    readonly functions: FunctionSet;
    readonly plans: readonly FunctionPlan[];
    readonly clock: LocalClock;
    readonly giveUp: (arn: string, body: string) => void;
  }) {
    super();
    this.#functions = parts.functions;
    this.#plans = parts.plans;
    this.#clock = parts.clock;
    this.#giveUp = parts.giveUp;
  }

  add(name: string, event: unknown): void {
    this.#put({ name, event, tries: 0 });
  }

  async step(): Promise<boolean> {
    const call = this.#calls.shift();
    if (call === undefined) return false;
    const outcome = await this.#functions.get(call.name).invoke(call.event);
    if (!outcome.ok) this.#failed({ ...call, tries: call.tries + 1 });
    return true;
  }

  #put(call: Call): void {
    this.#calls.push(call);
    this.wake();
  }

  #failed(call: Call): void {
    const plan = this.#plans.find(({ name, arn }) => call.name === name || call.name === arn);
    const { retries = 2, deadLetterArn } = plan?.asynchronous ?? {};
    if (call.tries <= retries) {
      const wait = retryAfterMs[call.tries - 1] ?? retryAfterMs[1];
      this.#clock.schedule(this.#clock.now() + wait, `retry:${call.name}`, () => this.#put(call));
      return;
    }
    if (deadLetterArn !== undefined) this.#giveUp(deadLetterArn, JSON.stringify(call.event));
  }
}
