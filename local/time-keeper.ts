import { setTimeout as wait } from "node:timers/promises";
import { type Instant, minuteMs } from "#domain/time";
import type { VirtualClock, WallClock } from "./clock.ts";
import type { Pump } from "./events/pump.ts";
import type { Wiring } from "./events/wiring.ts";

/** Moves the stack through time. */
export interface TimeKeeper {
  settle(): Promise<void>;
  /** Through `at`; `onMoment` is called after each moment is processed to the end. */
  runUntil(at: Instant, onMoment: () => void): Promise<void>;
  /** The soonest moment at which something is due; undefined where time passes by itself. */
  next(): Instant | undefined;
  stop(): void;
}

/**
 * Jumps from one moment at which something is due to the next: an entry of the agenda, or a tick
 * that would find work in the due index. A tick that would find none changes nothing and is left
 * out. Everything at one moment is processed to quiescence before time moves on.
 */
export function keepVirtualTime(
  clock: VirtualClock,
  { schedules, dueIndex }: Wiring,
  pump: Pump,
  tickMinutes: number,
): TimeKeeper {
  let hasStopped = false;
  const nextTick = () => {
    if (!schedules.hasTicks) return undefined;
    if (dueIndex !== undefined) return dueIndex.nextTick();
    const tickMs = tickMinutes * minuteMs;
    return (Math.floor(clock.now() / tickMs) + 1) * tickMs;
  };
  const settle = async () => {
    do {
      await clock.runDue();
      await pump.drain();
    } while (!hasStopped && (clock.next() ?? Number.POSITIVE_INFINITY) <= clock.now());
  };
  const next = () => {
    const tick = nextTick() ?? Number.POSITIVE_INFINITY;
    return { tick, moment: Math.min(tick, clock.next() ?? Number.POSITIVE_INFINITY) };
  };
  return {
    settle,
    next: () => {
      const { moment } = next();
      return Number.isFinite(moment) ? moment : undefined;
    },
    async runUntil(at, onMoment) {
      await settle();
      while (!hasStopped) {
        const { tick, moment } = next();
        if (moment > at) break;
        clock.moveTo(moment);
        await clock.runDue();
        if (tick === moment) schedules.tick();
        await settle();
        dueIndex?.ticked();
        onMoment();
      }
      clock.moveTo(at);
    },
    stop() {
      hasStopped = true;
    },
  };
}

/** How often a waiting caller hears how the stack is doing. */
const progressMs = 1_000;

/** Real time passes by itself; this waits with it. */
export function keepWallTime(clock: WallClock, pump: Pump): TimeKeeper {
  const stopped = new AbortController();
  pump.start();
  return {
    settle: () => pump.rest(),
    next: () => undefined,
    async runUntil(at, onMoment) {
      while (clock.now() < at && !stopped.signal.aborted) {
        const left = Math.min(progressMs, at - clock.now());
        await wait(left, undefined, { signal: stopped.signal }).catch(() => undefined);
        onMoment();
      }
    },
    stop() {
      stopped.abort();
      clock.stop();
    },
  };
}
