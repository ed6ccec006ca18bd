import fc from "fast-check";
import { expect, it } from "vitest";
import type { Command } from "#domain/record/command";
import { discouraged, type Plant, unascribed } from "#local/simulation/plant";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { badlyHandled, hear, type Word, words } from "#support/laws/red-flags";
import { settle } from "#support/laws/settle";
import type { Skills } from "#support/laws/skills";
import type { Trace } from "#support/laws/trace";

const minute = 60_000;
const campaigns = [asking("sms"), asking("sms", { id: "refill/check", purpose: "prescription" })];
const ids = campaigns.map(({ id }) => id);

const agentActs = ["takes", "closes", "gives back"] as const;
type AgentAct = (typeof agentActs)[number];

/** What the urgent queue, the release and their repeats make of an open task. */
function tellAgents(patient: string) {
  return async ({ raise }: Skills) => {
    for (let times = 0; times < 4; times += 1) await raise("oak", patient);
  };
}

/** Campaigns that contacted somebody between a red flag and the word of a person. */
function contactsBesideFlag(trace: Trace): readonly string[] {
  const open = new Map<string, Set<string>>();
  const found: string[] = [];
  for (const { patient, event } of trace.rows()) {
    const own = open.get(patient) ?? new Set();
    open.set(patient, own);
    if (event.type === "escalated" && event.task.holds) own.add(event.task.id);
    if (event.type === "task-resolved") own.delete(event.task);
    if (event.type === "touch-claimed" && !event.isNotice && own.size > 0) {
      found.push(`law 7: ${patient} was contacted while a red flag was open`);
    }
  }
  return found;
}

/** What an agent does meanwhile, as often as there is anything to do. */
function letAgentAct({ begin }: BusyClinic, acts: readonly AgentAct[]): void {
  const agent = "agent-1";
  begin("agent", async ({ act, clock }) => {
    for (const doing of [...acts, ...acts]) {
      await act("oak", "p1", ({ tasks }): readonly Command[] => {
        const at = clock.now();
        if (doing === "takes") return [{ type: "take-conversation", at, agent }];
        if (doing === "gives back") return [{ type: "return-conversation", at, agent }];
        const told = tasks.filter(({ raised }) => raised > 0);
        return told.map(({ id }) => ({ type: "resolve-task", at, task: id, outcome: "resolved" }));
      });
    }
  });
}

lawTests("law 7: a red flag becomes exactly one open task", () => {
  const engine = lawEngine();

  const anyReplies = fc.array(
    fc.tuple(fc.constantFrom(...words), fc.array(anyFates, { minLength: 1, maxLength: 2 })),
    { minLength: 1, maxLength: 4 },
  );

  const flagged = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      anyReplies,
      fc.boolean(),
      fc.subarray([...agentActs]),
      anyFates,
      async (order, replies, isShared, agent, raiseFates) => {
        const clinic = await openClinic(engine, order, { campaigns, policy: unhindered, plant });
        const patients = isShared ? ["p1", "p2"] : ["p1"];
        for (const patient of patients) {
          await clinic.admit({ patient }, ids);
          clinic.begin(`bulk for ${patient}`, async ({ contact }) => {
            await contact(patient, "sms");
            await contact(patient, "sms");
          });
          for (const [name, fates] of [
            ["raise", raiseFates],
            ["raise again", []],
          ] as const) {
            clinic.begin(`${name} for ${patient}`, tellAgents(patient), { fates });
          }
        }
        const said = new Map<string, Word>();
        replies.forEach(([word, copies], index) => {
          said.set(`r${index}`, word);
          for (const fates of copies) hear(clinic, `r${index}`, word, fates);
        });
        letAgentAct(clinic, agent);
        await clinic.finish();
        await settle(clinic, clinic.time.now() + 4 * minute, patients);
        clinic.report(badlyHandled(clinic.trace, said));
        clinic.report(contactsBesideFlag(clinic.trace));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("told twice, together with STOP, while an agent has the conversation, on a shared phone", async () => {
    await holds(flagged(), 24);
    expectTried(engine.tally().overtaken, 24);
  });

  it("ten of them at once, each of them twice", async () => {
    const tenAtOnce = fc.asyncProperty(anyOrder, async (order) => {
      const clinic = await openClinic(engine, order, { campaigns, policy: unhindered });
      await clinic.admit({}, ids);
      const said = new Map<string, Word>();
      for (let index = 0; index < 10; index += 1) {
        const word = words[index % 4] as Word;
        said.set(`r${index}`, word);
        hear(clinic, `r${index}`, word, []);
        hear(clinic, `r${index}`, word, []);
      }
      await clinic.finish();
      await settle(clinic, clinic.time.now() + 4 * minute, ["p1"]);
      clinic.report(badlyHandled(clinic.trace, said));
      clinic.report(clinic.verified());
    });
    await holds(tenAtOnce, 2);
  });

  it("would be seen broken if a write that was overtaken were given up", async () => {
    const seen = await seenOf(flagged({ records: discouraged }), 60);
    expect(seen).toMatch(/law 7: reply .* opened 0 tasks/);
  });

  it("would be seen broken if a reply were ascribed anew each time it comes", async () => {
    const seen = await seenOf(flagged({ points: unascribed }), 60);
    expect(seen).toMatch(/law 7: reply .* opened 2 tasks/);
  });
});
