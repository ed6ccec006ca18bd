import { createHash } from "node:crypto";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { figuresOf, type Result, timed } from "./figures.ts";
import type { Lived } from "./many-patients.ts";

const million = 1_000_000;
const few = 10_000;

/** Patients that a thread lives between two messages. */
const chunk = 2_500;

/** How much memory is looked at how often. Ms. */
const lookMs = 250;

/**
 * A campaign of five steps and three channels over ninety days, lived by the decision code of
 * production as `rounds forecast` does, with likely people: patient by patient, on all processors.
 */
export async function aMillion(): Promise<readonly Result[]> {
  const crew = new Crew();
  try {
    // Once before, so that the code is compiled, and to see that the same is lived twice.
    const first = await crew.live(few);
    let again = first;
    const fewMs = await timed(async () => {
      again = await crew.live(few);
    });
    if (first.trace !== again.trace) throw new Error("the same patients lived otherwise");
    const memory = new Peak();
    let all = first;
    const allMs = await timed(async () => {
      all = await crew.live(million);
    });
    const megabytes = memory.end();
    return [
      line("10,000 patients × 90 days, decided", "s", fewMs / 1_000, 2),
      line("1,000,000 patients × 90 days, decided", "s", allMs / 1_000, 120),
      line("  memory of the whole process", "MiB", megabytes, 1_536),
      {
        name: "  contacts of theirs a second",
        unit: "/s",
        figures: figuresOf([all.touches / (allMs / 1_000)]),
      },
    ];
  } finally {
    await crew.leave();
  }
}

function line(name: string, unit: string, value: number, most: number): Result {
  return { name, unit, figures: figuresOf([value]), bar: { is: "at-most", value: most } };
}

/** A thread for each processor. */
class Crew {
  readonly #workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL("./many-patients-worker.ts", import.meta.url)),
  );

  /** Lives so many patients; the traces of the chunks are folded in their order. */
  async live(patients: number): Promise<{ readonly touches: number; readonly trace: string }> {
    const lived: Lived[] = [];
    let next = 0;
    const work = async (worker: Worker): Promise<void> => {
      for (let at = next; at * chunk < patients; at = next) {
        next += 1;
        const first = at * chunk;
        worker.postMessage({ first, end: Math.min(first + chunk, patients) });
        const [answer] = (await once(worker, "message")) as [Lived];
        lived[at] = answer;
      }
    };
    await Promise.all(this.#workers.map(work));
    const traces = lived.map(({ trace }) => trace).join();
    return {
      touches: lived.reduce((sum, { touches }) => sum + touches, 0),
      trace: createHash("sha256").update(traces).digest("hex"),
    };
  }

  async leave(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** The most memory that the process had while it was watched. */
class Peak {
  #most = process.memoryUsage.rss();
  readonly #timer = setInterval(() => {
    this.#most = Math.max(this.#most, process.memoryUsage.rss());
  }, lookMs);

  /** MiB */
  end(): number {
    clearInterval(this.#timer);
    return this.#most / 2 ** 20;
  }
}
