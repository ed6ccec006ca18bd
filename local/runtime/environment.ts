import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type { Instant } from "#domain/time";
import type { Failure, Outcome } from "./outcome.ts";
import { RuntimeApi } from "./runtime-api.ts";

const shim = new URL("./shim.mjs", import.meta.url).href;
const client = createRequire(import.meta.url).resolve("aws-lambda-ric");

/** Lambda allows 10 s for the start of a function; a laptop that runs fourteen may need longer. */
const startTimeoutMs = 30_000;

export interface EnvironmentSettings {
  /** What `ps` shows after `rounds`. */
  readonly name: string;
  readonly arn: string;
  readonly code: string;
  readonly timeoutMs: number;
  readonly variables: Readonly<Record<string, string>>;
  /** File descriptor for all that the process prints. */
  readonly log: number;
  /** Undefined on the wall clock. */
  virtualNow(): Instant | undefined;
}

interface Running {
  readonly id: string;
  readonly settle: (outcome: Outcome) => void;
  timer: NodeJS.Timeout | undefined;
  wasTaken: boolean;
}

/**
 * One execution environment: a process that runs one invocation at a time and is used again for
 * the next. A timeout, an exit or a kill ends it for good.
 */
export class Environment {
  readonly #settings: EnvironmentSettings;
  readonly #api: RuntimeApi;
  readonly #onEnd: () => void;
  #child: ChildProcess | undefined;
  #running: Running | undefined;
  #hasEnded = false;
  #isDying = false;

  constructor(settings: EnvironmentSettings, onEnd: () => void) {
    this.#settings = settings;
    this.#onEnd = onEnd;
    this.#api = new RuntimeApi({
      onTaken: (id) => this.#taken(id),
      onResponse: (id, body) => this.#finish(id, { ok: true, answer: parse(body) }),
      onError: (id, body) => this.#finish(id, failed("error", parse(body))),
      onInitError: (body) => this.#fail("init", parse(body)),
    });
  }

  get pid(): number | undefined {
    return this.#hasEnded ? undefined : this.#child?.pid;
  }

  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** It can be given an invocation. */
  get isFree(): boolean {
    return this.#running === undefined && !this.#hasEnded && !this.#isDying;
  }

  /** Starts the process; an invocation may be given to it at once. */
  start(): void {
    this.#api.listen().then(
      (address) => this.#spawn(address),
      (error: Error) => this.#ended(error.message),
    );
  }

  #spawn(address: string): void {
    if (this.#hasEnded) return;
    const now = this.#settings.virtualNow();
    const child = spawn(process.execPath, ["--import", shim, client, this.#settings.name], {
      cwd: this.#settings.code,
      stdio: ["ignore", this.#settings.log, this.#settings.log],
      env: {
        ...this.#settings.variables,
        AWS_LAMBDA_RUNTIME_API: address,
        ...(now !== undefined && { ROUNDS_CLOCK_NOW: String(now) }),
      },
    });
    this.#child = child;
    child.once("error", (error) => this.#ended(error.message));
    child.once("exit", (code, signal) => this.#ended(signal ?? `exit status ${code}`));
  }

  invoke(body: string): Promise<Outcome> {
    return new Promise((resolve) => {
      const id = randomUUID();
      this.#running = { id, settle: resolve, timer: undefined, wasTaken: false };
      if (this.#hasEnded) return this.#ended("it had ended");
      this.#limit(startTimeoutMs);
      const now = this.#settings.virtualNow();
      const deadline = (now ?? Date.now()) + this.#settings.timeoutMs;
      this.#api.offer({
        id,
        body,
        headers: {
          "content-type": "application/json",
          "lambda-runtime-aws-request-id": id,
          "lambda-runtime-deadline-ms": String(deadline),
          "lambda-runtime-invoked-function-arn": this.#settings.arn,
          ...(now !== undefined && { "rounds-clock-now": String(now) }),
        },
      });
      return undefined;
    });
  }

  /** As a crash of the machine: the process has no chance to say anything. */
  kill(): void {
    this.#isDying = true;
    this.#child?.kill("SIGKILL");
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#api.close();
    if (child === undefined || this.#hasEnded) {
      this.#hasEnded = true;
      return;
    }
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  #taken(id: string): void {
    if (this.#running?.id !== id) return;
    this.#running.wasTaken = true;
    this.#limit(this.#settings.timeoutMs);
  }

  #limit(timeoutMs: number): void {
    const running = this.#running;
    if (running === undefined) return;
    clearTimeout(running.timer);
    running.timer = setTimeout(() => {
      const seconds = (timeoutMs / 1_000).toFixed(2);
      this.#fail("timeout", {
        errorType: "Sandbox.Timedout",
        errorMessage: `Task timed out after ${seconds} seconds`,
      });
      this.kill();
    }, timeoutMs);
  }

  #finish(id: string, outcome: Outcome): void {
    const running = this.#running;
    if (running?.id !== id) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    running.settle(outcome);
  }

  #fail(kind: Failure["kind"], error: unknown): void {
    if (this.#running !== undefined) this.#finish(this.#running.id, failed(kind, error));
  }

  #ended(how: string): void {
    this.#hasEnded = true;
    this.#api.close();
    this.#fail(this.#running?.wasTaken === false ? "never-ran" : "crash", {
      errorType: "Runtime.ExitError",
      errorMessage: `The function's process ended: ${how}`,
    });
    this.#onEnd();
  }
}

function failed(kind: Failure["kind"], error: unknown): Outcome {
  const { errorType, errorMessage } = (error ?? {}) as Record<string, unknown>;
  const type = String(errorType ?? "Error");
  return { ok: false, failure: { kind, type, message: String(errorMessage ?? "") } };
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
