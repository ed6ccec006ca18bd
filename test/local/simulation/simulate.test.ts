import { describe, expect, it } from "vitest";
import { loadPublished } from "#cli/published";
import { type SimulateOptions, simulate } from "#local/simulation/simulate";

const { campaigns, notices } = loadPublished().published;

function lived(options: Partial<SimulateOptions>) {
  return simulate({
    ...{ seed: 1, patients: 40, days: 30, faults: "all", campaigns, notices },
    ...options,
  });
}

describe("a simulation", () => {
  it("is the same twice, event by event, when the seed is", async () => {
    const once = await lived({ seed: 7 });
    const twice = await lived({ seed: 7 });
    expect(twice).toEqual(once);
    expect(once.touches).toBeGreaterThan(20);
  });

  it("is another one with another seed", async () => {
    const traces = [await lived({ seed: 7 }), await lived({ seed: 8 })].map(({ trace }) => trace);
    expect(new Set(traces).size).toBe(2);
  });

  it("comes to its end without faults, and nothing is wrong with it", async () => {
    const { findings, faults } = await lived({ faults: [] });
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("comes to its end whatever goes wrong, and nothing is wrong with it", {
    timeout: 120_000,
  }, async () => {
    const struck = new Set<string>();
    const sums = { touches: 0, accepted: 0, replies: 0, tasks: 0 };
    for (let seed = 1; seed <= 30; seed += 1) {
      const simulated = await lived({ seed, patients: 64 });
      expect(simulated.findings, `seed ${seed}`).toEqual([]);
      for (const name of simulated.faults) struck.add(name);
      sums.touches += simulated.touches;
      sums.accepted += simulated.accepted;
      sums.replies += simulated.replies;
      sums.tasks += simulated.tasks;
    }
    // What is hardly ever tried is not proven.
    expect(struck.size).toBe(17);
    expect(sums.touches).toBeGreaterThan(1_500);
    expect(sums.accepted).toBeGreaterThan(1_200);
    expect(sums.replies).toBeGreaterThan(300);
    expect(sums.tasks).toBeGreaterThan(500);
  });
});
