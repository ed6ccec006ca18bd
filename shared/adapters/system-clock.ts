import type { Clock } from "../ports.ts";

/** The time of the process. */
export const systemClock: Clock = { now: () => Date.now() };
