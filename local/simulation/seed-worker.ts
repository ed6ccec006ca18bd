import { parentPort, workerData } from "node:worker_threads";
import { type Material, simulateSeed } from "./many-seeds.ts";

/** Lives the seeds that it is sent, one after the other, and sends back what became of each. */
parentPort?.on("message", async (seed: number) => {
  parentPort?.postMessage(await simulateSeed(seed, workerData as Material));
});
