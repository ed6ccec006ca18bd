import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { Environment, type Ground } from "./environment.ts";

/** How a job ended: `again` where another try may mend it, `never` where none can. */
export type JobEnd = "done" | "again" | "never";

/** The environments in which jobs run: one job at a time in each, as many as are needed at once. */
export class Fleet<Skills> {
  readonly #ground: Ground;
  readonly #teach: (environment: Environment) => Skills;
  #idle: { readonly environment: Environment; readonly skills: Skills }[] = [];

  constructor(ground: Ground, teach: (environment: Environment) => Skills) {
    this.#ground = ground;
    this.#teach = teach;
  }

  /** Begins a job. Whoever dies is not heard of again: `ended` is told `again` for it. */
  begin(
    name: string,
    job: (skills: Skills) => Promise<unknown>,
    ended: (end: JobEnd) => void,
  ): void {
    const worker = this.#idle.pop() ?? this.#hire();
    worker.environment.begin(() => ended("again"));
    job(worker.skills).then(
      () => {
        this.#idle.push(worker);
        ended("done");
      },
      (error: unknown) => {
        this.#idle.push(worker);
        ended(this.#endOf(name, error));
      },
    );
  }

  /** Lets everybody go: who comes next has a right clock and fresh caches. */
  renew(): void {
    this.#idle = [];
  }

  #hire() {
    const environment = new Environment(this.#ground);
    return { environment, skills: this.#teach(environment) };
  }

  #endOf(name: string, error: unknown): JobEnd {
    if (error instanceof TryAgain) return "again";
    const message =
      error instanceof Unrecoverable ? error.code : `${String(error)} ${placeOf(error)}`;
    this.#ground.witness.found({ law: 0, patient: "", subject: name, message });
    return "never";
  }
}

function placeOf(error: unknown): string {
  const place = error instanceof Error ? error.stack?.split("\n")[1] : undefined;
  return place?.trim().replace(/\(.*\/(?=shared|local)/, "(") ?? "";
}
