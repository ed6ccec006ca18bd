import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawFaultNames, faultNames, planFaults, services } from "#local/simulation/faults";

const seeds = fc.nat({ max: 999_999_999 });
const hourMs = 3_600_000;

describe("the faults of a seed", () => {
  it("are those that were named, in whatever seed", () => {
    fc.assert(
      fc.property(seeds, fc.subarray([...faultNames]), (seed, named) => {
        expect(drawFaultNames(seed, named)).toEqual(named);
      }),
    );
  });

  it("are some of all, others with another seed, and each of them comes to be drawn", () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => drawFaultNames(seed, "all"));
    expect(new Set(drawn.flat())).toEqual(new Set(faultNames));
    expect(new Set(drawn.map((names) => names.join())).size).toBeGreaterThan(50);
    for (const names of drawn) expect(names.length).toBeLessThan(faultNames.length);
  });

  it("strike where they are on, never where they are off, and no more once all is healed", () => {
    const plan = planFaults(1, ["crash", "delay"], { from: 0, until: hourMs });
    expect(plan.share("crash")).toBeGreaterThan(0);
    expect(plan.share("duplicate")).toBe(0);
    plan.heal();
    expect(plan.share("crash")).toBe(0);
    expect(plan.isStriking()).toBe(false);
  });

  it("keep something away for hours at a time, and only within the days of the seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const during = { from: 0, until: 1_000 * hourMs };
        const plan = planFaults(seed, ["outage"], during);
        const away = Array.from({ length: 2_000 }, (_, half) => (half * hourMs) / 2).filter((at) =>
          services.some((service) => plan.isAway(service, at)),
        );
        expect(away.length).toBeLessThan(2 * 4 * 8);
        expect(plan.isAnyAway(-1)).toBe(false);
      }),
    );
  });
});
