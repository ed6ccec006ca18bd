import { parentPort } from "node:worker_threads";
import { type Lives, openLives } from "./many-patients.ts";

const live = openLives();

/** Lives the patients that it is sent, one message after the other. */
parentPort?.on("message", (lives: Lives) => parentPort?.postMessage(live(lives)));
