import fc from "fast-check";
import { expect, it } from "vitest";
import { touchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import { type Plant, stopped, tireless } from "#local/simulation/plant";
import { monday } from "#support/a-record";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { begunCalls } from "#support/laws/begun-calls";
import { openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder, type Worker } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { settle } from "#support/laws/settle";
import type { Skills } from "#support/laws/skills";
import type { Stores } from "#support/laws/stores";
import type { Trace } from "#support/laws/trace";

const minute = 60_000;
const hour = 60 * minute;
const patients = ["p1", "p2", "p3"];
const freshMs = 2 * hour;

const once = asking(
  "sms",
  {},
  {
    notAfter: { unit: "hours", count: 2 },
    next: { "wants-booking": "book", silence: "end", undeliverable: "end" },
  },
);

/** When each touch was first to go. */
function plannedAt(trace: Trace): ReadonlyMap<string, Instant> {
  const planned = new Map<string, Instant>();
  for (const row of trace.rows()) {
    if (row.event.type === "touch-planned") {
      planned.set(touchKey(row, row.event.touch), row.event.dueAt);
    }
  }
  return planned;
}

function sentStale(trace: Trace): readonly string[] {
  const planned = plannedAt(trace);
  return begunCalls(trace)
    .filter(({ call }) => call.at > (planned.get(call.key) ?? 0) + freshMs)
    .map(({ call }) => `law 9: ${call.key} went when it was stale`);
}

/** Touches for which nobody was called, and of which no row says that they were too late. */
function lostSilently(trace: Trace): readonly string[] {
  const called = new Set(trace.of("call-began").map(({ key }) => key));
  const told = new Set(
    trace.rows().flatMap((row) => {
      const { event } = row;
      const isEnd = event.type === "touch-withheld" || event.type === "touch-unknown";
      return isEnd ? [touchKey(row, event.touch)] : [];
    }),
  );
  return [...plannedAt(trace).keys()]
    .filter((key) => !called.has(key) && !told.has(key))
    .map((key) => `law 9: nothing tells what became of ${key}`);
}

/** A worker that takes from the queue what it finds there, in whatever state the world is by then. */
function workingOff({ queues }: Stores) {
  return async ({ contact }: Skills, worker: Worker) => {
    for (let looks = 0; looks < 6; looks += 1) {
      const messages = await worker.turn("queue take", async () => queues.sms.take(2));
      for (const { patient } of messages) await contact(patient, "sms");
    }
  };
}

lawTests("law 9: what is stale is dropped, and never sent late", () => {
  const engine = lawEngine();
  let withheld = 0;

  const backlog = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 4, maxLength: 4 }),
      fc.array(fc.constantFrom(1_000, 29 * minute, 61 * minute), { minLength: 3, maxLength: 7 }),
      async (order, fates, passing) => {
        const setting = { campaigns: [once], policy: unhindered, plant };
        const clinic = await openClinic(engine, order, setting);
        for (const patient of patients) await clinic.admit({ patient }, [once.id]);
        clinic.begin("release", ({ release }) => release(), { fates: fates[0] ?? [] });
        clinic.begin("release again", ({ release }) => release());
        fates.forEach((own, index) => {
          clinic.begin(`worker ${index}`, workingOff(clinic.stores), { fates: own });
        });
        clinic.letTimePass(passing, 2);
        await clinic.finish();
        await settle(clinic, monday + 80 * hour, patients);
        clinic.report(sentStale(clinic.trace));
        clinic.report(lostSilently(clinic.trace));
        if (!plant) clinic.report(clinic.verified(clinic.time.now()));
        withheld += clinic.trace
          .rows()
          .filter(
            ({ event }) => event.type === "touch-withheld" && event.reason === "stale",
          ).length;
      },
    );

  it("however late a backlog is worked off, and by how many", async () => {
    await holds(backlog(), 18);
    expectTried(withheld, 9);
    expectTried(engine.tally().accepted, 9);
  });

  it("would be seen broken if nobody asked until when a message is of use", async () => {
    expect(await seenOf(backlog({ records: tireless }), 40)).toMatch(/law 9: .* stale/);
  });

  it("would be seen broken if a worker did not look at the clock before the call", async () => {
    expect(await seenOf(backlog({ clock: stopped }), 60)).toMatch(/law 9: .* stale/);
  });
});
