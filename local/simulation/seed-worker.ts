import { parentPort, workerData } from "node:worker_threads";
import { type Material, simulateSeed } from "./many-seeds.ts";

// Workers that die and calls that fail are errors by the thousand; of one that nobody expects the
// place is told, and that is its first line.
Error.stackTraceLimit = 1;

/** Lives the seeds that it is sent, one after the other, and sends back what became of each. */
parentPort?.on("message", async (seed: number) => {
  parentPort?.postMessage(await simulateSeed(seed, workerData as Material));
});
