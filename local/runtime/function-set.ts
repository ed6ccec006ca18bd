import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { LocalClock } from "../clock.ts";
import { LocalProblem } from "../problem.ts";
import { nameInArn } from "../template/arn.ts";
import type { FunctionPlan } from "../template/functions.ts";
import { Chaos } from "./chaos.ts";
import { LocalFunction } from "./local-function.ts";
import { functionVariables } from "./variables.ts";

/** On the wall clock as many environments of one function run as a laptop bears. */
const environmentsAtOnce = 4;

export interface FunctionSetOptions {
  readonly plans: readonly FunctionPlan[];
  /** Cut off the functions' names for people. */
  readonly prefix: string;
  readonly clock: LocalClock;
  readonly endpoints: Readonly<Record<string, string>>;
  /** `.rounds`: holds `logs/<function>.log` and the compile cache. */
  readonly directory: string;
  readonly kills: { readonly count: number; readonly seed: number } | undefined;
}

/** All functions of the stack, found by name or ARN. */
export class FunctionSet {
  readonly #functions = new Map<string, LocalFunction>();
  readonly #logs: number[] = [];

  constructor(options: FunctionSetOptions) {
    const { clock, directory, prefix } = options;
    const chaos = options.kills === undefined ? undefined : new Chaos(options.kills);
    mkdirSync(join(directory, "logs"), { recursive: true });
    for (const plan of options.plans) {
      const name = plan.name.slice(prefix.length);
      const log = openSync(join(directory, "logs", `${name}.log`), "w");
      this.#logs.push(log);
      const cache = join(directory, "compile-cache");
      this.#functions.set(
        plan.name,
        new LocalFunction(
          {
            name,
            arn: plan.arn,
            code: plan.code,
            timeoutMs: plan.timeoutMs,
            variables: functionVariables(plan, options.endpoints, cache),
            log,
            virtualNow: () => (clock.isVirtual ? clock.now() : undefined),
            environmentsMax: environmentsOf(plan, clock),
          },
          chaos,
        ),
      );
    }
  }

  /** By physical name or ARN, with or without a version. */
  get(nameOrArn: string): LocalFunction {
    const name = nameOrArn.startsWith("arn:")
      ? (nameOrArn.split(":")[6] ?? nameInArn(nameOrArn))
      : nameOrArn;
    const found = this.#functions.get(name);
    if (found !== undefined) return found;
    throw new LocalProblem(
      "local/unknown-function",
      `The template has no function "${name}", but something names it as its target.`,
    );
  }

  all(): readonly LocalFunction[] {
    return [...this.#functions.values()];
  }

  get isBusy(): boolean {
    return this.all().some(({ isBusy }) => isBusy);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((one) => one.stop()));
    for (const log of this.#logs.splice(0)) closeSync(log);
  }
}

/** While time stands still one at a time, so that the same seed gives the same order. */
function environmentsOf({ reservedConcurrency }: FunctionPlan, clock: LocalClock): number {
  const most = clock.isVirtual ? 1 : environmentsAtOnce;
  return Math.max(1, Math.min(most, reservedConcurrency ?? most));
}
