import { clockSkewMs } from "#domain/limits";
import type { Clock } from "#ports";
import { TryAgain } from "../../shared/errors.ts";
import type { Dice } from "./dice.ts";
import type { FaultPlan, Service } from "./faults.ts";
import type { Timeline } from "./timeline.ts";
import type { Witness } from "./witness.ts";

/** What the environments of one simulation have around them. */
export interface Ground {
  readonly timeline: Timeline;
  readonly faults: FaultPlan;
  readonly dice: Dice;
  readonly witness: Witness;
}

/** Calls after which a worker that is to die has died. */
const callsBeforeDeathMax = 9;

/** A job whose every call takes time, so that others come in between. */
const slowShare = 0.15;

/** How long a call takes such a job. Ms. */
const callMs = { from: 2, through: 400 } as const;

/**
 * What runs one job at a time, as a function's environment does: with a clock that may be off, and
 * caches of its own. It may die at any of its calls: what it had begun never goes on.
 */
export class Environment {
  readonly clock: Clock;
  readonly #ground: Ground;
  #made = 0;
  #isSlow = false;
  /** At which call it dies; whole numbers before the call, halves after it. */
  #diesAt: number | undefined;
  #onDeath: () => void = () => undefined;

  constructor(ground: Ground) {
    const { timeline, faults, dice } = ground;
    this.#ground = ground;
    const skewMs = faults.share("skew") > 0 ? dice.between(-clockSkewMs, clockSkewMs) : 0;
    this.clock = { now: () => timeline.now() + skewMs };
  }

  /** Draws what befalls the job that begins now. */
  begin(onDeath: () => void): void {
    const { dice, faults } = this.#ground;
    this.#made = 0;
    this.#onDeath = onDeath;
    this.#isSlow = dice.is(slowShare);
    this.#diesAt = dice.is(faults.share("crash"))
      ? dice.between(0, 2 * callsBeforeDeathMax) / 2
      : undefined;
  }

  /** A call that the worker hears of in any case, unless it dies. */
  async reach<Answer>(what: string, call: () => Promise<Answer>): Promise<Answer> {
    const place = this.#made;
    this.#made += 1;
    if (this.#isSlow) await this.#wait(what);
    if (this.#diesAt === place) return this.#die(what);
    const answer = await call();
    if (this.#diesAt === place + 0.5) return this.#die(what);
    if (this.#isSlow) await this.#wait(what);
    return answer;
  }

  /** A call to what may be away or busy, or whose answer may be lost: then it throws `TryAgain`. */
  async call<Answer>(service: Service, what: string, call: () => Promise<Answer>): Promise<Answer> {
    const { dice, faults, timeline } = this.#ground;
    return this.reach(what, async () => {
      if (faults.isAway(service, timeline.now())) throw new TryAgain("simulated/away");
      if (dice.is(faults.share("throttle"))) throw new TryAgain("simulated/throttled");
      const isLost = dice.is(faults.share("lost-answer"));
      if (isLost && dice.is(0.5)) throw new TryAgain("simulated/call-lost");
      const answer = await call();
      if (isLost) throw new TryAgain("simulated/answer-lost");
      return answer;
    });
  }

  #wait(what: string): Promise<void> {
    const { dice, timeline } = this.#ground;
    return timeline.pass(dice.within(callMs.from, callMs.through), what);
  }

  #die(what: string): Promise<never> {
    this.#ground.witness.note("died", what);
    this.#onDeath();
    return new Promise(() => undefined);
  }
}

/** Every method of a port, as a call that this environment makes. */
export function calledFrom<Port extends object>(
  environment: Environment,
  port: Port,
  { service, name }: { readonly service: Service; readonly name: string },
): Port {
  const methods = Object.entries(port).map(([method, call]) => [
    method,
    (...args: readonly unknown[]) =>
      environment.call(service, `${name} ${method}`, async () => call(...args)),
  ]);
  return Object.fromEntries(methods) as Port;
}
