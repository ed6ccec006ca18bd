import type { ManualClock } from "../../shared/adapters/memory/clock.ts";
import type { Instant } from "../../shared/domain/time.ts";

/** Time that passes only while everybody waits for it. */
export interface VirtualTime {
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets time pass to that moment, waking each sleeper at its own. */
  runTo(end: Instant): Promise<void>;
}

interface Sleeper {
  readonly wakesAt: Instant;
  readonly wake: () => void;
}

export function createVirtualTime(clock: ManualClock): VirtualTime {
  const sleepers: Sleeper[] = [];
  /** Everybody who is awake goes on to their next sleep, or to the end. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    sleep: (ms) =>
      new Promise((wake) => {
        const wakesAt = clock.now() + ms;
        const later = sleepers.findIndex((other) => other.wakesAt > wakesAt);
        sleepers.splice(later < 0 ? sleepers.length : later, 0, { wakesAt, wake });
      }),
    async runTo(end) {
      await settle();
      for (let next = sleepers[0]; next && next.wakesAt <= end; next = sleepers[0]) {
        sleepers.shift();
        clock.moveTo(next.wakesAt);
        next.wake();
        await settle();
      }
      clock.moveTo(end);
    },
  };
}
