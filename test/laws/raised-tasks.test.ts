import fc from "fast-check";
import { expect, it } from "vitest";
import { belated, type Plant } from "#local/simulation/plant";
import { anyFates } from "#support/laws/any-fate";
import { openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { holds, lawTests, seenOf } from "#support/laws/law";
import { badlyHandled, hear, words } from "#support/laws/red-flags";
import { settle } from "#support/laws/settle";

const minute = 60_000;

lawTests("laws 7 and 14: agents are told of each task, at least once", () => {
  const engine = lawEngine();

  /** One red flag, which the urgent queue and the release give to several workers at once. */
  const raising = (workers: number, plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: workers, maxLength: workers }),
      async (order, fates) => {
        const clinic = await openClinic(engine, order, { campaigns: [], plant });
        await clinic.admit({}, []);
        const [word] = words;
        hear(clinic, "r0", word, []);
        await clinic.finish();
        fates.forEach((own, index) => {
          clinic.begin(`raise ${index}`, ({ raise }) => raise("oak", "p1"), { fates: own });
        });
        await clinic.finish();
        await settle(clinic, clinic.time.now() + 4 * minute, ["p1"]);
        clinic.report(badlyHandled(clinic.trace, new Map([["r0", word]])));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("put before agents by several workers, at least once and under one id", async () => {
    await holds(raising(3), 20);
  });

  it("would be seen broken if agents were told after the note, not before", async () => {
    const seen = await seenOf(raising(1, { desk: belated }), 60);
    expect(seen).toMatch(/law 7: no agent was told/);
  });
});
