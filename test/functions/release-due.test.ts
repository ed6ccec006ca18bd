import { describe, expect, it } from "vitest";
import { createHandler } from "../../functions/release-due/handler.ts";
import { clinic } from "../support/a-clinic.ts";
import { rim } from "../support/lambda.ts";
import { readMetrics } from "../support/metric-lines.ts";

const minute = 60_000;

/** What a tick says of the lane of texts. */
async function tickOf(it: Awaited<ReturnType<typeof clinic>>) {
  const edge = rim();
  await createHandler(it.release, edge)();
  edge.meter.flush();
  const texts = readMetrics(edge.metrics).filter(({ dimensions }) => dimensions["lane"] === "sms");
  return Object.fromEntries(texts.map(({ name, value }) => [name, value]));
}

describe("each tick says of a lane", () => {
  it("that it is empty: silence would look like a tick that never came", async () => {
    const empty = { Due: 0, Waiting: 0, OldestDue: 0, Released: 0, NotReleased: 0 };
    expect(await tickOf(await clinic())).toEqual(empty);
  });

  it("what is due in it, how late the oldest is, and what still waits from before", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    expect(await tickOf(it)).toMatchObject({ Due: 1, Waiting: 0, OldestDue: 0, Released: 1 });
    it.clock.moveTo(it.clock.now() + 5 * minute);
    expect(await tickOf(it)).toMatchObject({ Due: 1, Waiting: 1, OldestDue: 300 });
  });
});
