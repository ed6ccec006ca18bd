import type { Chaos } from "./chaos.ts";
import { Environment, type EnvironmentSettings } from "./environment.ts";
import type { Outcome } from "./outcome.ts";

/** An invocation whose process died before it began is given to another one this often. */
const restartsMax = 3;

export interface LocalFunctionSettings extends EnvironmentSettings {
  /** Environments at once; further invocations wait in line. At least 1. */
  readonly environmentsMax: number;
}

/** A function: its environments, started when they are needed and used again. */
export class LocalFunction {
  readonly name: string;
  readonly arn: string;
  readonly #settings: LocalFunctionSettings;
  readonly #chaos: Chaos | undefined;
  readonly #environments = new Set<Environment>();
  readonly #line: (() => void)[] = [];
  #active = 0;
  #invocations = 0;
  #errors = 0;
  #kills = 0;

  constructor(settings: LocalFunctionSettings, chaos?: Chaos) {
    this.name = settings.name;
    this.arn = settings.arn;
    this.#settings = settings;
    this.#chaos = chaos;
  }

  /** Runs one invocation to its end. Never throws for what the function does. */
  async invoke(event: unknown): Promise<Outcome> {
    if (this.#active < this.#settings.environmentsMax) this.#active += 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    this.#invocations += 1;
    try {
      const outcome = await this.#run(JSON.stringify(event ?? null));
      if (!outcome.ok) this.#errors += 1;
      return outcome;
    } finally {
      // The place in line goes over to the next, or nobody.
      const next = this.#line.shift();
      if (next === undefined) this.#active -= 1;
      else next();
    }
  }

  /** Kills a living environment, a busy one first. */
  killOne(): boolean {
    const living = [...this.#environments].filter(({ pid }) => pid !== undefined);
    const victim = living.find(({ isBusy }) => isBusy) ?? living[0];
    if (victim === undefined) return false;
    victim.kill();
    this.#kills += 1;
    return true;
  }

  get isBusy(): boolean {
    return this.#active > 0;
  }

  get state() {
    const pid = [...this.#environments].findLast((one) => one.pid !== undefined)?.pid;
    const counts = { invocations: this.#invocations, errors: this.#errors, kills: this.#kills };
    return { name: this.name, pid, ...counts };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#environments].map((environment) => environment.stop()));
  }

  async #run(body: string): Promise<Outcome> {
    for (let restarts = 0; ; restarts += 1) {
      const environment = this.#environment();
      const running = environment.invoke(body);
      this.#chaos?.consider(() => this.#kill(environment));
      const outcome = await running;
      const neverRan = !outcome.ok && outcome.failure.kind === "never-ran";
      if (!neverRan || restarts >= restartsMax) return outcome;
    }
  }

  #kill(environment: Environment): boolean {
    if (environment.pid === undefined) return false;
    environment.kill();
    this.#kills += 1;
    return true;
  }

  #environment(): Environment {
    for (const environment of this.#environments) {
      if (environment.isFree) return environment;
    }
    const started = new Environment(this.#settings, () => this.#environments.delete(started));
    this.#environments.add(started);
    started.start();
    return started;
  }
}
