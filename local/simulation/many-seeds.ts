import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Campaign } from "#domain/campaign/campaign";
import type { NoticeBook } from "#domain/message/notice-book";
import { plants } from "./plants.ts";
import type { Asked } from "./replay.ts";
import { type Simulated, simulate } from "./simulate.ts";

/** What every seed is lived with. Plain data: it is copied to each thread. */
export interface Material {
  readonly asked: Asked;
  readonly campaigns: readonly Campaign[];
  readonly notices: NoticeBook;
}

/** Both included. */
export interface Seeds {
  readonly first: number;
  readonly last: number;
}

/** What one seed makes is forgotten together: with this much room it is seldom looked through. */
const youngMegabytes = 64;

/** Lives one seed, here. */
export function simulateSeed(
  seed: number,
  { asked, campaigns, notices }: Material,
): Promise<Simulated> {
  const { plant, ...rest } = asked;
  const planted = plant === undefined ? {} : { plant: plants[plant] };
  return simulate({ ...rest, campaigns, notices, seed, ...planted });
}

/**
 * Lives each seed from `first` to `last`, several beside each other on as many threads as there are
 * processors; a single one here. What became of them comes in the order of the seeds.
 */
export async function* simulateSeeds(
  { first, last }: Seeds,
  material: Material,
): AsyncGenerator<Simulated> {
  if (first === last) {
    yield await simulateSeed(first, material);
    return;
  }
  const threads = Math.min(availableParallelism(), last - first + 1);
  const workers = Array.from({ length: threads }, () => startThread(material));
  const lived = new Map<number, Promise<Simulated>>();
  let next = first;
  const live = async (worker: Worker, seed: number): Promise<Simulated> => {
    worker.postMessage(seed);
    const [simulated] = (await once(worker, "message")) as [Simulated];
    begin(worker);
    return simulated;
  };
  const begin = (worker: Worker): void => {
    if (next > last) return;
    lived.set(next, live(worker, next));
    next += 1;
  };
  for (const worker of workers) begin(worker);
  try {
    for (let seed = first; seed <= last; seed += 1) {
      const simulated = await lived.get(seed);
      lived.delete(seed);
      if (simulated) yield simulated;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startThread(material: Material): Worker {
  return new Worker(new URL("./seed-worker.ts", import.meta.url), {
    workerData: material,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
}
