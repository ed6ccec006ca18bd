import fc from "fast-check";
import { expect, it } from "vitest";
import type { Plant } from "#local/simulation/plant";
import { plants } from "#local/simulation/plants";
import { anyFates } from "#support/laws/any-fate";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { holds, lawTests, seenOf } from "#support/laws/law";
import { hear, words } from "#support/laws/red-flags";
import { settle } from "#support/laws/settle";

const minute = 60_000;

/** What agents see, beside what the record says. */
async function differences({ stores }: BusyClinic): Promise<readonly string[]> {
  const record = await stores.records.load("oak", "p1");
  const { entries } = await stores.worklist.page("oak", {}, { limit: 100 });
  const open = new Set(record?.tasks.map(({ id }) => id));
  const listed = new Set(entries.map((entry) => entry.listed.task.id));
  return [
    ...[...open].filter((id) => !listed.has(id)).map((id) => `law 7: ${id} is not in the worklist`),
    ...[...listed].filter((id) => !open.has(id)).map((id) => `law 2: ${id} is closed, and listed`),
  ];
}

lawTests("laws 2 and 7: the worklist is what the records say", () => {
  const engine = lawEngine();

  /** Red flags that several raise while agents close some of them, each worker with its own fate. */
  const working = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 3, maxLength: 3 }),
      fc.subarray([0, 1]),
      async (order, fates, closed) => {
        const clinic = await openClinic(engine, order, { campaigns: [], plant });
        await clinic.admit({}, []);
        const [self, chest] = words;
        for (const [index, word] of [self, chest].entries()) hear(clinic, `r${index}`, word, []);
        await clinic.finish();
        const record = await clinic.stores.records.load("oak", "p1");
        const tasks = record?.tasks ?? [];
        expect(tasks).toHaveLength(2);
        fates.forEach((own, index) => {
          clinic.begin(`raise ${index}`, ({ raise }) => raise("oak", "p1"), { fates: own });
        });
        for (const nth of closed) {
          const task = tasks[nth]?.id ?? "";
          const close = { organization: "oak", patient: "p1", task, outcome: "resolved" } as const;
          const own = fates[nth] ?? [];
          clinic.begin(`close ${nth}`, ({ resolveTask }) => resolveTask(close), { fates: own });
        }
        await clinic.finish();
        await settle(clinic, clinic.time.now() + 4 * minute, ["p1"]);
        clinic.report(await differences(clinic));
      },
    );

  it("whoever raises and closes at once, and whoever dies meanwhile", async () => {
    await holds(working(), 40);
  });

  it("would be seen broken if a task that is raised late were opened again", async () => {
    const seen = await seenOf(working(plants["worklist-believes-anybody"]), 200);
    expect(seen).toMatch(/law 2: .* is closed, and listed/);
  });

  it("would be seen broken if the desk were told and the worklist not", async () => {
    const mute: Plant = { worklist: (real) => ({ ...real, list: async () => undefined }) };
    expect(await seenOf(working(mute), 20)).toMatch(/law 7: .* is not in the worklist/);
  });
});
