import type { Instant } from "#domain/time";
import type { Clock } from "#ports";

/** One write that a store took: which method of which, with what it was asked. */
interface Entry {
  readonly at: Instant;
  readonly name: string;
  readonly method: string;
  readonly asked: readonly unknown[];
}

/** The methods of each port that write; all others ask. */
const writes: Readonly<Record<string, readonly string[]>> = {
  records: ["append"],
  points: ["link", "unlink", "stop", "start", "claim", "ascribe"],
  profiles: ["save"],
  replies: ["keep"],
  facts: ["save"],
  eligibility: ["replace", "move"],
  campaigns: ["publish", "setPaused"],
  concepts: ["save"],
  organizations: ["save", "halt", "resume", "raiseEpoch"],
  resolutions: ["begin", "checkpoint"],
  calls: ["remember"],
  paces: ["slow", "noteSent"],
  ledger: ["append"],
};

/**
 * Every write that was made to a region's tables, in order: what point-in-time recovery restores
 * from. A copy is the same writes made to empty tables.
 */
export class Journal {
  readonly #entries: Entry[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The stores, with each write that they take noted. One that they refuse left nothing behind. */
  noting<Stores extends Readonly<Record<string, unknown>>>(stores: Stores): Stores {
    const noted = Object.entries(stores).map(([name, store]) => {
      const methods = writes[name];
      return [name, methods ? this.#notingPort(name, Object(store), methods) : store];
    });
    return Object.fromEntries(noted) as Stores;
  }

  /** Makes these stores, which must be empty, what the journal's were at that moment. */
  async restore(stores: Readonly<Record<string, unknown>>, asOf: Instant): Promise<void> {
    for (const { at, name, method, asked } of this.#entries) {
      if (at > asOf) continue;
      const store = Object(stores[name]);
      await Reflect.apply(Reflect.get(store, method), store, asked);
    }
  }

  #notingPort(name: string, port: object, methods: readonly string[]): object {
    const noting = methods.map((method) => {
      const call: unknown = Reflect.get(port, method);
      if (typeof call !== "function") throw new Error(`simulation/no ${name}.${method}`);
      const noted = async (...asked: readonly unknown[]) => {
        const at = this.#clock.now();
        const answer: unknown = await Reflect.apply(call, port, asked);
        this.#entries.push({ at, name, method, asked });
        return answer;
      };
      return [method, noted];
    });
    return { ...port, ...Object.fromEntries(noting) };
  }
}
