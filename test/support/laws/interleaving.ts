import fc, { type Scheduler } from "fast-check";
import { TryAgain } from "../../../shared/errors.ts";
import type { Tally } from "./tally.ts";

/** What befalls a worker at one of its calls to the outside world. */
export interface Fate {
  /** Which of its calls, from 0. */
  readonly call: number;
  readonly is:
    | "dies-before"
    | "dies-after"
    /** The call is made, and its answer never comes back. */
    | "answer-lost"
    /** The call is not made, and the worker cannot tell. */
    | "call-lost"
    /** Everybody else gets several turns first. */
    | "freezes";
}

/** One of several who work at once. Between two of its turns anybody else may have theirs. */
export interface Worker {
  readonly name: string;
  /** Waits for its turn and then makes the call, alone, to its end. */
  turn<Answer>(what: string, call: () => Promise<Answer>): Promise<Answer>;
}

export type Job = (worker: Worker) => Promise<unknown>;

export interface Interleaving {
  /**
   * Begins a job beside the others, as a queue would have it done: who dies or fails passingly is
   * followed by another who does it from the start. `fates` are those of the first worker, the
   * second and so on; later ones are spared.
   */
  begin(name: string, job: Job, fates?: readonly Fate[]): void;
  /** Gives turns until nobody wants one. Throws what no repeat could have mended. */
  finish(): Promise<void>;
  /** Whose turns there were, in order, and for what. */
  turns(): readonly string[];
}

/** Turns that others get while a worker is frozen, about. */
const frozenTurns = 8;

/** More deliveries of one job than contention ever explains. */
const deliveriesMax = 60;

/**
 * A number that decides whose turn is next. Not the scheduler itself: fast-check hands one that is
 * half used to the values it shrinks to, and then a printed path replays another run.
 */
export const anyOrder: fc.Arbitrary<number> = fc.noShrink(fc.nat());

/**
 * Lets fast-check's scheduler choose whose turn is next, at every call that a worker makes to the
 * outside world. Each call is made alone and to its end before the next choice, as a database with
 * consistent writes would order them: so the same choices always give the same run.
 */
export function createInterleaving(order: number, tally: Tally): Interleaving {
  const [scheduler] = fc.sample(fc.scheduler(), { seed: order, numRuns: 1 }) as [Scheduler];
  const failures: unknown[] = [];
  let calls = 0;
  let quiet: (() => void) | undefined;

  const alone = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    calls += 1;
    try {
      return await call();
    } finally {
      calls -= 1;
      if (calls === 0) quiet?.();
    }
  };

  /** Until every worker waits for a turn, or is done or dead. */
  const rest = async (): Promise<void> => {
    do {
      if (calls > 0) {
        await new Promise<void>((resolve) => {
          quiet = resolve;
        });
      }
      await new Promise((resolve) => setImmediate(resolve));
    } while (calls > 0);
  };

  const deliver = (name: string, job: Job, fates: readonly Fate[], delivery: number): void => {
    const again = () => {
      tally.again += 1;
      if (delivery >= deliveriesMax) failures.push(new Error(`${name} never came to an end`));
      else deliver(name, job, fates, delivery + 1);
    };
    const worker = createWorker(`${name}.${delivery}`, fates[delivery - 1], {
      wait: (label) => scheduler.schedule(Promise.resolve(), label),
      alone,
      died: again,
    });
    job(worker).catch((error: unknown) => {
      if (error instanceof TryAgain) again();
      else failures.push(error);
    });
  };

  const turns = () => scheduler.report().map(({ label }) => label);

  return {
    begin: (name, job, fates = []) => deliver(name, job, fates, 1),
    async finish() {
      await rest();
      while (scheduler.count() > 0) {
        await scheduler.waitNext(1);
        await rest();
      }
      tally.orders.add(turns().join());
      if (failures.length > 0) throw failures[0];
    },
    turns,
  };
}

interface Turnstile {
  /** Until the scheduler chooses this one. */
  readonly wait: (label: string) => Promise<unknown>;
  readonly alone: <Answer>(call: () => Promise<Answer>) => Promise<Answer>;
  readonly died: () => void;
}

function createWorker(name: string, fate: Fate | undefined, gate: Turnstile): Worker {
  let made = 0;
  const death = (): Promise<never> => {
    gate.died();
    return new Promise(() => undefined);
  };
  return {
    name,
    async turn(what, call) {
      const own = fate?.call === made ? fate.is : undefined;
      made += 1;
      const label = `${name} ${what}`;
      if (own === "freezes") {
        for (let turns = 0; turns < frozenTurns; turns += 1) await gate.wait(`${label}, frozen`);
      }
      await gate.wait(own === undefined ? label : `${label}, ${own}`);
      if (own === "dies-before") return death();
      if (own === "call-lost") throw new TryAgain("law/call-lost");
      const answer = await gate.alone(call);
      if (own === "dies-after") return death();
      if (own === "answer-lost") throw new TryAgain("law/answer-lost");
      return answer;
    },
  };
}

/** Somebody who works when nobody else does. */
export const nobodyElse: Worker = { name: "alone", turn: (_what, call) => call() };

/** The same port, every call of which waits for the worker's turn. */
export function inTurn<Port extends object>(port: Port, name: string, worker: Worker): Port {
  const methods = Object.entries(port).map(([method, call]) => [
    method,
    (...args: readonly unknown[]) => worker.turn(`${name} ${method}`, async () => call(...args)),
  ]);
  return Object.fromEntries(methods) as Port;
}
