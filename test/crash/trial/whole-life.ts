import type { FunctionName } from "#infra/function-names";
import { type Dice, diceOf } from "#local/simulation/dice";
import { redeliveries } from "../case.ts";
import type { Call } from "../seam/call.ts";
import { type FaultKind, faultsAt } from "../seam/fault.ts";
import { Invocation } from "../seam/invocation.ts";
import { composeIn, type Handler } from "../world/functions.ts";
import type { Invoke } from "../world/life.ts";
import type { Region } from "../world/region.ts";
import { isHandled } from "./handled.ts";

/** The most faults in one life. */
const faultsMax = 12;
/** Of calls, while there is still something to go wrong. */
const faultShare = 0.05;
/** Of invocations that two workers do at once, where a fault gives occasion. */
const besideShare = 0.4;
/** Of messages that come again although they were handled. */
const againShare = 0.15;

/** Has random calls of whatever function fail, as a seed says, until so many did. */
export class Misfortunes {
  /** What befell whom, in order. */
  readonly struck: string[] = [];
  readonly #name: string;
  readonly #dice: Dice;
  readonly #most: number;
  readonly #counts = new Map<string, number>();
  readonly #up = new Map<FunctionName, Handler>();
  readonly #region: Region;

  constructor(region: Region, seed: number) {
    this.#region = region;
    this.#name = `crash life/${seed}`;
    this.#dice = diceOf(this.#name);
    this.#most = this.#dice.between(1, faultsMax);
  }

  /** Invokes as Lambda does, with all that may go wrong. */
  readonly invoke: Invoke = async (name, event) => {
    const handler = await this.#handlerOf(name);
    const invocation = new Invocation(this.#scriptOf(name));
    const isBeside = this.#dice.is(besideShare);
    const standing = isBeside ? invocation.standAtFault() : undefined;
    const ended = invocation.run(() => handler(event, {}));
    if (standing) {
      const stands = await Promise.race([
        standing.reached.then(() => true),
        ended.then(() => false),
      ]);
      if (stands) {
        const other = await composeIn(this.#region, name);
        await new Invocation(this.#scriptOf(name)).run(() => other(event, {}));
      }
      standing.letGoOn();
    }
    const end = await ended;
    // A killed process is gone, and one that has stood idle for long as well.
    if (end.is === "killed" || this.#dice.is(0.1)) this.#up.delete(name);
    return isHandled(end) && !this.#dice.is(this.struck.length < this.#most ? againShare : 0);
  };

  async #handlerOf(name: FunctionName): Promise<Handler> {
    const known = this.#up.get(name);
    if (known) return known;
    const handler = await composeIn(this.#region, name);
    this.#up.set(name, handler);
    return handler;
  }

  #scriptOf(name: FunctionName) {
    return { fateOf: (call: Call) => this.#fateOf(name, call), answered: () => undefined };
  }

  /** Drawn from what is called, not from the order in which calls happen to come. */
  #fateOf(name: FunctionName, call: Call): FaultKind | undefined {
    const what = `${name} ${call.label}`;
    const nth = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, nth);
    if (this.struck.length >= this.#most) return undefined;
    const dice = diceOf(`${this.#name}/${what}/${nth}`);
    if (!dice.is(faultShare)) return undefined;
    const redelivery = dice.one(redeliveries);
    const kind = dice.one(faultsAt(call, { redelivery, retriesAll: false }));
    this.struck.push(`${what} ${nth}: ${kind}`);
    return kind;
  }
}
