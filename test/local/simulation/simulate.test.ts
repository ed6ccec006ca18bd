import { describe, expect, it } from "vitest";
import { loadPublished } from "#cli/published";
import { type SimulateOptions, simulate } from "#local/simulation/simulate";

const { campaigns, notices } = loadPublished().published;

function lived(options: Partial<SimulateOptions>) {
  return simulate({
    ...{ seed: 1, patients: 20, days: 20, faults: "all", campaigns, notices },
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
});
