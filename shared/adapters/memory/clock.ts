import type { Instant } from "../../domain/time.ts";
import type { Clock } from "../../ports.ts";

/** A clock that stands still until it is told. */
export interface ManualClock extends Clock {
  /** Never back: the engine may rely on it. */
  moveTo(instant: Instant): void;
}

export function createManualClock(start: Instant): ManualClock {
  let now = start;
  return {
    now: () => now,
    moveTo(instant) {
      now = Math.max(now, instant);
    },
  };
}
