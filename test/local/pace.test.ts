import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { dayMs, hourMs, type Instant, minuteMs } from "#domain/time";
import { VirtualClock } from "#local/clock";
import { Pace } from "#local/pace";

const morning = Date.UTC(2026, 9, 5, 14);

/** A stack of which only the time matters; what is planned happens when it is reached. */
function stack(from: Instant = morning) {
  const clock = new VirtualClock(from);
  const reached: Instant[] = [];
  let happened = 0;
  let isMoving = false;
  const runUntil = async (at: Instant) => {
    if (isMoving) throw new Error("Two moved the stack at once.");
    isMoving = true;
    await wait(1);
    for (let next = clock.next(); next !== undefined && next <= at; next = clock.next()) {
      clock.moveTo(next);
      await clock.runDue();
    }
    clock.moveTo(at);
    reached.push(at);
    isMoving = false;
  };
  const moved = { clock, runUntil, nextMoment: () => clock.next() };
  const pace = new Pace(moved, () => happened);
  const plan = (at: Instant, isNoticed: boolean) =>
    clock.schedule(at, "planned", () => {
      if (isNoticed) happened += 1;
    });
  return { clock, pace, plan, reached };
}

/** Lets the pace be kept while something is done. */
async function keeping(pace: Pace, act: () => Promise<void>): Promise<void> {
  const stopped = new AbortController();
  const kept = pace.keep(stopped.signal, async () => undefined);
  await act();
  stopped.abort();
  await kept;
}

describe("a step of the clock", () => {
  it("leads an hour or a day on, and no further while time stands still", async () => {
    const { clock, pace } = stack();
    pace.pause();
    await pace.step("hour");
    expect(clock.now()).toBe(morning + hourMs);
    await pace.step("day");
    expect(clock.now()).toBe(morning + hourMs + dayMs);
    await keeping(pace, () => wait(50));
    expect(clock.now()).toBe(morning + hourMs + dayMs);
  });

  it("leads to the next thing that somebody would notice, past what nobody would", async () => {
    const { clock, pace, plan } = stack();
    plan(morning + minuteMs, false);
    plan(morning + 3 * hourMs, true);
    plan(morning + 4 * hourMs, true);
    await pace.step("event");
    expect(clock.now()).toBe(morning + 3 * hourMs);
  });

  it("gives up after a week in which nothing happens", async () => {
    const { clock, pace } = stack();
    await pace.step("event");
    expect(clock.now()).toBe(morning + 7 * dayMs);
  });

  it("waits for the one before it, however fast they are asked for", async () => {
    const { clock, pace } = stack();
    await keeping(pace, async () => {
      pace.pause();
      await Promise.all([pace.step("hour"), pace.step("hour"), pace.step("day")]);
    });
    expect(clock.now()).toBeGreaterThanOrEqual(morning + 2 * hourMs + dayMs);
    expect(pace.isStepping).toBe(false);
  });

  it("is told when the stack breaks, and the next one is taken all the same", async () => {
    const { clock, pace } = stack();
    clock.schedule(morning + minuteMs, "broken", () => Promise.reject(new Error("broken")));
    await expect(pace.step("hour")).rejects.toThrow("broken");
    expect(pace.isStepping).toBe(false);
  });
});

describe("time that goes on", () => {
  it("goes as fast as is asked, and stands still at once", async () => {
    const { clock, pace } = stack(Date.now());
    const from = clock.now();
    pace.go(3_600);
    await keeping(pace, async () => {
      await wait(1_200);
      pace.pause();
      await wait(50);
      const paused = clock.now();
      expect(paused - from).toBeGreaterThan(20 * minuteMs);
      await wait(700);
      expect(clock.now()).toBe(paused);
    });
  });

  it("goes with the wall's clock at first, and one that is behind catches up in stretches", async () => {
    const { clock, pace, reached } = stack(Date.now() - 3 * hourMs);
    await keeping(pace, () => wait(300));
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(minuteMs);
    expect(reached.length).toBeGreaterThan(3);
  });

  it("stays as far ahead as a stack that lived into the future is", async () => {
    const { clock, pace } = stack(Date.now() + dayMs);
    await keeping(pace, () => wait(100));
    expect(Math.abs(clock.now() - Date.now() - dayMs)).toBeLessThan(minuteMs);
  });
});
