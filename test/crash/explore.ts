import { type CrashCase, caseId, type PlannedFault, parseCaseId, redeliveries } from "./case.ts";
import type { RecordedCall } from "./recording.ts";
import { type FaultKind, faultsAt, representativesAt } from "./seam/fault.ts";
import type { CaseResult } from "./trial/run-case.ts";
import type { BaselineName } from "./world/functions.ts";

/** Without a fault: which calls there are is seen, not known. */
export function rehearsals(scenario: string, instead?: BaselineName): readonly CrashCase[] {
  return redeliveries.map((redelivery) => ({
    scenario,
    redelivery,
    faults: [],
    ...(instead ? { instead } : {}),
  }));
}

/**
 * Each fault at each call that the function makes when the message first comes; in the short form
 * one fault of each kind of effect at each write.
 */
export function depthOne({ id, calls }: CaseResult, isShort: boolean): readonly CrashCase[] {
  const crash = parseCaseId(id);
  const { redelivery, instead } = crash;
  const circumstances = { redelivery, retriesAll: instead !== undefined };
  const first = calls.filter(({ delivery }) => delivery === 1);
  if (!isShort) return withOneMore(crash, first, (call) => faultsAt(call, circumstances));
  const writes = first.filter(({ isWrite }) => isWrite);
  const held = redelivery === "concurrently" ? (["held-before", "held-after"] as const) : [];
  return withOneMore(crash, writes, (call) => [...representativesAt(call), ...held]);
}

/**
 * Each second fault at each call that was made after the first one. Of first faults after which
 * everything went on alike, answer by answer, one is taken: a second one could not tell them apart.
 * Where everything went on as if there had been no first fault, because the SDK healed it, the
 * second alone is what was tried at depth one. Of faults with the same effect one stands for all.
 */
export function depthTwo(
  tried: readonly CaseResult[],
  rehearsed: readonly CaseResult[],
): readonly CrashCase[] {
  const undisturbed = new Map(rehearsed.map(({ id, calls }) => [rowOf(parseCaseId(id)), calls]));
  const distinct = new Map<string, { crash: CrashCase; after: readonly RecordedCall[] }>();
  for (const { id, calls } of tried) {
    const crash = parseCaseId(id);
    const struck = calls.findIndex(({ struckBy }) => struckBy !== undefined);
    const after = calls.slice(struck + 1);
    const first = calls[struck];
    if (!first?.struckBy || !isRepresentative(first, first.struckBy)) continue;
    const without = undisturbed.get(rowOf(crash))?.slice(struck + 1) ?? [];
    if (told(after) === told(without)) continue;
    const key = `${rowOf(crash)} ${told(after)}`;
    // Whoever remembers the least asks the most.
    const known = distinct.get(key)?.after.length ?? 0;
    if (after.length > known) distinct.set(key, { crash, after });
  }
  const all = [...distinct.values()];
  return all.flatMap(({ crash, after }) => withOneMore(crash, after, representativesAt));
}

/** Whoever is held changes nothing but who goes first: no other fault does the same. */
function isRepresentative(call: RecordedCall, kind: FaultKind): boolean {
  return kind.startsWith("held") || representativesAt(call).includes(kind);
}

function rowOf({ scenario, instead, redelivery }: CrashCase): string {
  return [scenario, instead, redelivery].join();
}

/** What a process may still know from before; it is told the same when it asks. */
const remembered: ReadonlySet<string> = new Set([
  "GetItem.epoch",
  "GetItem.settings",
  "Query.control",
  "Query.halt",
  "GetItem.version",
]);

/** Who asked what, and what they were told. */
function told(calls: readonly RecordedCall[]): string {
  const asked = calls.filter(({ label }) => !remembered.has(label));
  return asked.map(({ delivery, label, answer }) => `${delivery} ${label} ${answer}`).join("\n");
}

/** The deaths of a process that the system itself can bring about, where they leave something. */
export function deathsApart(tried: readonly CaseResult[]): readonly CrashCase[] {
  return tried.flatMap(({ id, calls }) => {
    const crash = parseCaseId(id);
    const struck = calls.find(({ struckBy }) => struckBy !== undefined);
    const isDeath = struck?.isWrite && struck.struckBy?.startsWith("killed");
    return isDeath && crash.redelivery === "later" ? [{ ...crash, isApart: true }] : [];
  });
}

/** The same while carriers keep silent, where a receipt closed what nobody knew. */
export function silentTwins(tried: readonly CaseResult[]): readonly CrashCase[] {
  return tried
    .filter(({ verdict }) => verdict.unknown > 0)
    .map(({ id }) => ({ ...parseCaseId(id), isSilent: true }));
}

function withOneMore(
  crash: CrashCase,
  calls: readonly RecordedCall[],
  kindsAt: (call: RecordedCall) => readonly FaultKind[],
): readonly CrashCase[] {
  const cases = calls.flatMap((call) =>
    kindsAt(call).map((kind) => {
      const fault: PlannedFault = { label: call.label, nth: call.nth, kind };
      return { ...crash, faults: [...crash.faults, fault] };
    }),
  );
  return [...new Map(cases.map((each) => [caseId(each), each])).values()];
}
