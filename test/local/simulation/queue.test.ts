import { describe, expect, it } from "vitest";
import type { FaultName } from "#local/simulation/faults";
import { Fleet } from "#local/simulation/fleet";
import { createSimulatedQueue } from "#local/simulation/queue";
import { ground } from "#support/a-ground";
import { monday } from "#support/a-record";
import { TryAgain } from "../../../shared/errors.ts";

const weekMs = 7 * 86_400_000;

/** A queue of numbers whose worker notes them, after it failed so often for each. */
function noted(seed: number, failures: number, ...faults: readonly FaultName[]) {
  const around = ground(seed, ...faults);
  const done: number[] = [];
  const tries = new Map<number, number>();
  const fleet = new Fleet(around, (environment) => ({
    note: (work: number) =>
      environment.call("table", "note", async () => {
        tries.set(work, (tries.get(work) ?? 0) + 1);
        if ((tries.get(work) ?? 0) <= failures) throw new TryAgain("not/yet");
        done.push(work);
      }),
  }));
  const queue = createSimulatedQueue({
    name: "numbers",
    ground: around,
    fleet,
    handle: ({ note }, work: number) => note(work),
  });
  const live = () => around.timeline.runUntil(around.timeline.now() + weekMs, 100_000);
  return { ...around, queue, done, tries, live };
}

const hundred = Array.from({ length: 100 }, (_, number) => number);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe("a simulated queue", () => {
  it("delivers each message once where nothing goes wrong", async () => {
    const { queue, done, live } = noted(1, 0);
    await queue.send(hundred);
    expect(await queue.backlog()).toBe(100);
    await live();
    expect(sorted(done)).toEqual(hundred);
    expect(await queue.backlog()).toBe(0);
  });

  it("delivers every message in the end, some twice and some late, whatever strikes", async () => {
    const { queue, done, live } = noted(2, 0, "crash", "duplicate", "reorder", "delay", "throttle");
    await queue.send(hundred);
    await live();
    expect(new Set(done)).toEqual(new Set(hundred));
    expect(done.length).toBeGreaterThan(100);
    expect(done).not.toEqual(sorted(done));
  });

  it("puts a message aside after five deliveries, and gives it again when it is redriven", async () => {
    const { queue, done, tries, live } = noted(3, 5);
    await queue.send([7]);
    await live();
    expect(done).toEqual([]);
    expect(tries.get(7)).toBe(5);
    queue.redrive();
    await live();
    expect(done).toEqual([7]);
  });
});

describe("a worker", () => {
  it("that dies is heard of no more, and another does its job from the start", async () => {
    const { queue, done, tries, live } = noted(4, 0, "crash");
    await queue.send(hundred);
    await live();
    expect(new Set(done)).toEqual(new Set(hundred));
    // Whoever died after the call had done it: the other did it again.
    expect([...tries.values()].some((count) => count > 1)).toBe(true);
  });

  it("that fails in a way no fault explains is a finding of its own", async () => {
    const around = ground(5);
    const fleet = new Fleet(around, () => ({}));
    fleet.begin(
      "job",
      () => Promise.reject(new TypeError("of undefined")),
      () => undefined,
    );
    await around.timeline.runUntil(monday + 1, 10);
    expect(around.witness.findings).toEqual([expect.objectContaining({ law: 0, subject: "job" })]);
  });
});
