import { pointId } from "#domain/patient/point-id";
import type { BusyClinic } from "./busy-clinic.ts";
import type { Fate } from "./interleaving.ts";
import type { Trace } from "./trace.ts";

const phone = "+12025550111";

/** What is said, and the tier that a nurse would give it; none: no red flag. */
export const words = [
  { text: "I want to kill myself", tier: "T0" },
  { text: "my chest hurts and I can't breathe", tier: "T1" },
  { text: "STOP I have chest pain", tier: "T1" },
  { text: "I ran out of insulin", tier: "T2" },
  { text: "STOP" },
  { text: "1" },
  { text: "thanks" },
] as const;

export type Word = (typeof words)[number];

/** One delivery of a text from the phone. */
export function hear(clinic: BusyClinic, id: string, { text }: Word, fates: readonly Fate[]): void {
  const from = { point: pointId(phone), address: phone };
  clinic.begin(
    `reply ${id}`,
    ({ receive }) => receive({ organization: "oak", reply: id, channel: "sms", from, text }),
    { fates },
  );
}

/**
 * Red flags that did not open one task each, tasks of a red flag that nobody raised, and tasks that
 * no agent was told of.
 */
export function badlyHandled(trace: Trace, said: ReadonlyMap<string, Word>): readonly string[] {
  const opened = trace.rows().flatMap(({ event }) => (event.type === "escalated" ? [event] : []));
  const flags = opened.filter(({ tier }) => tier !== undefined && tier < "T3");
  const told = new Set(trace.of("put-before-agents").map(({ task }) => task));
  const found: string[] = [];
  for (const [id, word] of said) {
    const tiers = flags.filter(({ task }) => replyOf(task.id) === id).map(({ tier }) => tier);
    const wanted = "tier" in word ? [word.tier] : [];
    if (tiers.join() !== wanted.join()) {
      found.push(`law 7: reply ${id} (${wanted}) opened ${tiers.length} tasks (${tiers})`);
    }
  }
  for (const { task } of flags) {
    if (!said.has(replyOf(task.id))) found.push(`law 7: ${task.id} answers to nothing`);
  }
  for (const { task } of opened) {
    if (!told.has(task.id)) found.push(`law 7: no agent was told of ${task.id}`);
  }
  return found;
}

/** A task's id names the need and the reply that told of it. */
function replyOf(task: string): string {
  return task.slice(task.lastIndexOf(":") + 1);
}
