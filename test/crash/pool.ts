import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CaseResult } from "./trial/run-case.ts";
import type { Answer } from "./worker.ts";

/** A process is replaced after so many cases: each composition of a function stays in memory. */
const casesPerWorker = 600;
/** A case takes a fifth of a second; one that takes this long has hung. Ms. */
const caseTimeoutMs = 60_000;

const workerFile = fileURLToPath(new URL("worker.ts", import.meta.url));

/** A case that the harness itself could not bring to an end. */
export interface Failed {
  readonly id: string;
  readonly error: string;
}

export interface Ran {
  /** In the order in which they were asked for. */
  readonly results: readonly CaseResult[];
  readonly failed: readonly Failed[];
}

/** Runs cases in processes beside each other. */
export class Pool {
  readonly #size: number;
  readonly #idle: Worker[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** @param told after each case, with how many are done. */
  async run(ids: readonly string[], told: (done: number) => void): Promise<Ran> {
    const left = [...ids];
    const results = new Map<string, CaseResult>();
    const failed: Failed[] = [];
    const workOff = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        const worker = this.#idle.pop() ?? (await Worker.start());
        const answer = await worker.ask(id);
        if ("result" in answer) results.set(id, answer.result);
        else failed.push(answer);
        await this.#give(worker, "error" in answer);
        told(results.size + failed.length);
      }
    };
    await Promise.all(Array.from({ length: this.#size }, workOff));
    return { results: ids.flatMap((id) => results.get(id) ?? []), failed };
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.close()));
  }

  async #give(worker: Worker, isSpoilt: boolean): Promise<void> {
    if (isSpoilt || worker.cases >= casesPerWorker) await worker.close();
    else this.#idle.push(worker);
  }
}

class Worker {
  readonly #child: ChildProcess;
  cases = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<Worker> {
    const child = fork(workerFile, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-2_000);
    });
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code) => reject(new Error(`a worker ended with ${code}: ${said}`)));
    });
    child.removeAllListeners("exit");
    return new Worker(child);
  }

  ask(id: string): Promise<Answer> {
    this.cases += 1;
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        this.#child.off("message", done).off("exit", gone);
        resolve(answer);
      };
      const gone = () => done({ id, error: "the worker's process ended" });
      const timer = setTimeout(() => done({ id, error: "it hung" }), caseTimeoutMs);
      this.#child.once("message", done).once("exit", gone);
      this.#child.send(id);
    });
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || !this.#child.connected) return;
    const gone = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    this.#child.send("");
    const timer = setTimeout(() => this.#child.kill(), 5_000);
    await gone;
    clearTimeout(timer);
  }
}
