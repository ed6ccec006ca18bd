import { parentPort, workerData } from "node:worker_threads";
import type { Material } from "./many-seeds.ts";
import { plants } from "./plants.ts";
import { simulate } from "./simulate.ts";

/** Lives the seeds that it is sent, one after the other, and sends back what became of each. */
const { asked, campaigns, notices } = workerData as Material;
const { plant, ...rest } = asked;

parentPort?.on("message", async (seed: number) => {
  const planted = plant === undefined ? {} : { plant: plants[plant] };
  parentPort?.postMessage(await simulate({ ...rest, campaigns, notices, seed, ...planted }));
});
