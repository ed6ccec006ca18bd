import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasDynamodb } from "#support/dynamodb";
import { StaleRecord } from "../../shared/errors.ts";
import { type Engines, startEngines } from "./engines.ts";
import { liveAlike } from "./lives.ts";
import type { Side } from "./side.ts";

describe.skipIf(!hasDynamodb)("the engines of the simulation", { timeout: 240_000 }, () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await startEngines();
  });
  afterAll(() => engines.stop());

  it("do as the real ones, call by call, in whatever lives a clinic may live", async () => {
    const operations = new Set<string>();
    const ran = new Set<string>();
    let count = 0;
    const compared = (call: string) => {
      operations.add(call);
      count += 1;
    };
    await liveAlike(engines, { seed: 7, lives: 5, compared, ran: (name) => ran.add(name) });
    expect(count).toBeGreaterThan(1_000);
    expect(operations.size).toBeGreaterThan(40);
    // What is never done is not compared.
    expect(ran.size).toBeGreaterThanOrEqual(15);
  });

  it("are found out when they take a write that the real ones refuse", async () => {
    const careless = (side: Side): Side => ({
      ...side,
      ports: { ...side.ports, records: takingAll(side.ports.records) },
    });
    const life = liveAlike(engines, { seed: 7, lives: 8, compared: () => undefined, careless });
    await expect(life).rejects.toMatchObject({
      message: expect.stringContaining("work off all queues"),
      cause: { message: expect.stringContaining("StaleRecord record/stale") },
    });
  });
});

/** Says that a write went well which was too late. */
function takingAll(records: Side["ports"]["records"]): Side["ports"]["records"] {
  return {
    ...records,
    async append(change) {
      try {
        await records.append(change);
      } catch (error) {
        if (!(error instanceof StaleRecord)) throw error;
      }
    },
  };
}
