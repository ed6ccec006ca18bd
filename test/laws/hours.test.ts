import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { clockSkewMs } from "#domain/limits";
import { type Plant, stopped } from "#local/simulation/plant";
import { campaign } from "#support/a-campaign";
import { at } from "#support/a-record";
import { anyFates } from "#support/laws/any-fate";
import { asking, everyDay, unhindered } from "#support/laws/asking";
import { begunCalls } from "#support/laws/begun-calls";
import { openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import type { Trace } from "#support/laws/trace";
import { wallClock } from "#support/wall-clock";

const minute = 60_000;

const campaigns = [
  asking("sms"),
  campaign({ id: "lab-reminder/call", purpose: "lab-due", start: "call" }),
];
const ids = campaigns.map(({ id }) => id);

/** A moment at which the patient's hours open or close. */
interface Edge {
  readonly what: string;
  readonly zones: readonly string[];
  readonly at: number;
  /** `opens-closes`, in minutes of the day. */
  readonly window: readonly [number, number];
}

const nine: Edge["window"] = [9 * 60, 20 * 60];

const edges: readonly Edge[] = [
  {
    what: "evening in New York",
    zones: ["America/New_York"],
    at: at("2026-11-30T20:00:00-05:00"),
    window: nine,
  },
  {
    what: "evening in San Juan",
    zones: ["America/Puerto_Rico"],
    at: at("2026-11-30T20:00:00-04:00"),
    window: nine,
  },
  {
    what: "morning in Honolulu",
    zones: ["Pacific/Honolulu"],
    at: at("2026-11-30T09:00:00-10:00"),
    window: nine,
  },
  {
    what: "the hour that New York skips in March",
    zones: ["America/New_York"],
    at: at("2027-03-14T02:00:00-05:00"),
    window: [60, 150],
  },
  {
    what: "the first of two half past one in New York in November",
    zones: ["America/New_York"],
    at: at("2026-11-01T01:30:00-04:00"),
    window: [60, 90],
  },
  {
    what: "the second one o'clock of that night",
    zones: ["America/New_York"],
    at: at("2026-11-01T01:00:00-05:00"),
    window: [60, 90],
  },
  {
    what: "Lord Howe Island goes back half an hour",
    zones: ["Australia/Lord_Howe"],
    at: at("2027-04-04T02:00:00+11:00"),
    window: [100, 120],
  },
  {
    what: "evening in Denver, of somebody who may live in Phoenix",
    zones: ["America/Denver", "America/Phoenix"],
    at: at("2027-03-15T20:00:00-06:00"),
    window: nine,
  },
  {
    what: "morning in Phoenix, of somebody who may live in Denver",
    zones: ["America/Denver", "America/Phoenix"],
    at: at("2027-03-15T09:00:00-07:00"),
    window: nine,
  },
  {
    what: "noon in New York, of somebody anywhere",
    zones: [],
    at: at("2026-11-30T09:00:00-08:00"),
    window: nine,
  },
  {
    what: "evening in New York, of somebody anywhere",
    zones: [],
    at: at("2026-11-30T20:00:00-05:00"),
    window: nine,
  },
];

/** Provider calls that began when a clock on the patient's wall showed another time. */
function outsideHours(trace: Trace, { zones, window }: Edge): readonly string[] {
  const [opens, closes] = window;
  const possible = zones.length > 0 ? zones : defaultPolicy.unknownZones;
  return begunCalls(trace).flatMap(({ call }) =>
    possible.flatMap((zone) => {
      const { minute } = wallClock(zone)(call.at);
      const isInside = minute >= opens && minute < closes;
      return isInside ? [] : [`law 5: a ${call.channel} began at minute ${minute} in ${zone}`];
    }),
  );
}

lawTests("law 5: nobody is contacted outside their hours", () => {
  const engine = lawEngine();
  const skews = fc.constantFrom(-clockSkewMs, -1_000, 0, 1_000, clockSkewMs);

  const passing = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(500, 1_500) },
      { weight: 2, arbitrary: fc.constantFrom(30_000, minute) },
      { weight: 1, arbitrary: fc.constant(4 * minute) },
    ),
    { maxLength: 8 },
  );

  const aroundEdges = (plant?: Plant, of: readonly Edge[] = edges) =>
    fc.asyncProperty(
      anyOrder,
      fc.constantFrom(...of),
      fc.constantFrom(-7, -5.5, -3, -2, -1.5, -1, 0),
      fc.array(fc.tuple(skews, anyFates), { minLength: 3, maxLength: 3 }),
      passing,
      async (order, edge, before, workers, steps) => {
        const from = edge.at + before * minute;
        const policy = { ...unhindered, window: everyDay(...edge.window) };
        const setting = { campaigns, policy, from, plant };
        const clinic = await openClinic(engine, order, setting);
        await clinic.admit({ zones: edge.zones }, ids);
        workers.forEach(([skewMs, fates], index) => {
          clinic.begin(
            `worker ${index}`,
            async ({ contact }) => {
              for (let tries = 0; tries < 2; tries += 1) {
                await contact("p1", "voice");
                await contact("p1", "sms");
              }
            },
            { fates, skewMs },
          );
        });
        clinic.letTimePass(steps);
        await clinic.finish();
        clinic.report(outsideHours(clinic.trace, edge));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("when clocks change, workers' clocks differ, and time passes between the claim and the call", async () => {
    await holds(aroundEdges(), 60);
    expectTried(engine.tally().accepted, 15);
  });

  it("would be seen broken if a worker did not look at the clock before the call", async () => {
    expect(await seenOf(aroundEdges({ clock: stopped }), 150)).toMatch(/law 5/);
  });

  it("would be seen broken if hours were those of the clinic's zone", async () => {
    const records: NonNullable<Plant["records"]> = (real) => ({
      ...real,
      load: async (...whose) => {
        const record = await real.load(...whose);
        return record && { ...record, reach: { ...record.reach, zones: ["America/New_York"] } };
      },
    });
    expect(await seenOf(aroundEdges({ records }, edges.slice(0, 2)), 60)).toMatch(/law 5/);
  });
});
