import { describe, expect, it } from "vitest";
import type { ForecastPart } from "#contracts/api/forecast";
import { type Counted, countAll } from "../../console/forecast/count-all.ts";

/** A clinic of so many, of whom a request can look at five hundred. */
function clinicOf(people: number) {
  const asked: string[] = [];
  const ask = async (part: number, of: number): Promise<ForecastPart> => {
    asked.push(`${part}/${of}`);
    const own = Math.floor(people / of) + (part < people % of ? 1 : 0);
    const patients = Math.min(own, 500);
    return {
      campaign: { id: "screening/check", version: 1, title: "Check" },
      isWhole: own <= 500,
      blind: [],
      counts: {
        ...{ patients, inAudience: 0, entered: 0, midway: 0, enrollments: 0, underWay: 0 },
        ...{ planned: 0, made: 0, waiting: 0, keptOut: [], ended: [], withheld: [] },
        ...{ entering: [{ day: "2026-12-01", enrollments: patients }], touches: [], tasks: [] },
      },
    };
  };
  return { ask, asked };
}

async function counted(people: number) {
  const { ask, asked } = clinicOf(people);
  const told: Counted[] = [];
  await countAll(ask, (one) => told.push(one), new AbortController().signal);
  return { asked, told, last: told.at(-1) };
}

describe("a clinic that is counted part by part", () => {
  it("is one part when it is small", async () => {
    const { asked, last } = await counted(480);
    expect(asked).toEqual(["0/1"]);
    expect(last).toMatchObject({ done: 1, of: 1, cutOff: 0, counts: { patients: 480 } });
  });

  it("is taken into smaller parts until they fit, and everybody is counted once", async () => {
    const { asked, last } = await counted(100_000);
    expect(asked.slice(0, 4)).toEqual(["0/1", "0/8", "0/64", "0/512"]);
    expect(asked).toHaveLength(3 + 512);
    expect(last?.counts.patients).toBe(100_000);
    expect(last?.counts.entering).toMatchObject([{ enrollments: 100_000 }]);
  });

  it("says of the largest that not everybody was counted", async () => {
    const { last } = await counted(4_096 * 501);
    expect(last).toMatchObject({ cutOff: 4_096, counts: { patients: 4_096 * 500 } });
  });

  it("tells how far it came after each part", async () => {
    const { told } = await counted(3_000);
    expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
