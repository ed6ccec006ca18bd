import { clockSkewMs } from "#domain/limits";
import type { Clock } from "#ports";
import { TryAgain } from "../../shared/errors.ts";
import type { Dice } from "./dice.ts";
import type { FaultName, FaultPlan, Service } from "./faults.ts";
import type { Timeline } from "./timeline.ts";
import type { Witness } from "./witness.ts";

/** What the environments of one simulation have around them. */
export interface Ground {
  readonly timeline: Timeline;
  readonly faults: FaultPlan;
  readonly dice: Dice;
  readonly witness: Witness;
}

/** Most jobs make fewer calls than this; of longer ones, late calls are struck less often. */
const callsOfAJob = 10;
const callsOfALongJob = 150;
const longJobShare = 0.2;

/** A job of whose calls some take time, so that others come in between. */
const slowShare = 0.15;
const waitShare = 0.5;

/** How long a call takes such a job. Ms. */
const callMs = { from: 2, through: 400 } as const;

/** What befalls a job at one of its calls. */
type Fate = "dies-before" | "dies-after" | "throttled" | "call-lost" | "answer-lost";

/** The faults that strike a job, and what each may come to. */
const fates: Readonly<Partial<Record<FaultName, readonly Fate[]>>> = {
  crash: ["dies-before", "dies-after"],
  throttle: ["throttled"],
  "lost-answer": ["call-lost", "answer-lost"],
};

/**
 * What runs one job at a time, as a function's environment does: with a clock that may be off, and
 * caches of its own. It may die at any of its calls: what it had begun never goes on.
 */
export class Environment {
  readonly clock: Clock;
  readonly #ground: Ground;
  #made = 0;
  #isSlow = false;
  /** By which call they strike; none for most jobs. */
  readonly #struck = new Map<number, Fate>();
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
    this.#struck.clear();
    for (const fault of ["crash", "throttle", "lost-answer"] as const) {
      if (!dice.is(faults.share(fault))) continue;
      const calls = dice.is(longJobShare) ? callsOfALongJob : callsOfAJob;
      this.#struck.set(dice.between(0, calls), dice.one(fates[fault] ?? []));
    }
  }

  /** Nothing befalls this job: its calls need no further thought. */
  isSpared(): boolean {
    const { faults, timeline } = this.#ground;
    return !this.#isSlow && this.#struck.size === 0 && !faults.isAnyAway(timeline.now());
  }

  /** A call that the worker hears of in any case, unless it dies. */
  reach<Answer>(what: string, call: () => Promise<Answer>): Promise<Answer> {
    return this.#make(what, call, this.#struck.get(this.#made));
  }

  /** A call to what may be away or busy, or whose answer may be lost: then it throws `TryAgain`. */
  call<Answer>(service: Service, what: string, call: () => Promise<Answer>): Promise<Answer> {
    const { faults, timeline } = this.#ground;
    const fate = this.#struck.get(this.#made);
    if (!this.#isSlow && fate === undefined && !faults.isAway(service, timeline.now())) {
      this.#made += 1;
      return call();
    }
    const exposed = async () => {
      if (faults.isAway(service, timeline.now())) throw new TryAgain("simulated/away");
      if (fate === "throttled" || fate === "call-lost") throw new TryAgain(`simulated/${fate}`);
      const answer = await call();
      if (fate === "answer-lost") throw new TryAgain("simulated/answer-lost");
      return answer;
    };
    return this.#make(what, exposed, fate);
  }

  async #make<Answer>(
    what: string,
    call: () => Promise<Answer>,
    fate: Fate | undefined,
  ): Promise<Answer> {
    this.#made += 1;
    if (this.#isSlow && this.#ground.dice.is(waitShare)) await this.#wait(what);
    if (fate === "dies-before") return this.#die(what);
    const answer = await call();
    return fate === "dies-after" ? this.#die(what) : answer;
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
      environment.isSpared()
        ? call(...args)
        : environment.call(service, `${name} ${method}`, () => call(...args)),
  ]);
  return Object.fromEntries(methods) as Port;
}
