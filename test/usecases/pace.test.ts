import { describe, expect, it } from "vitest";
import type { DueMessage } from "#contracts/due-message";
import { pointId } from "#domain/patient/point-id";
import type { SendOutcome } from "#domain/record/command";
import { digestNumber } from "#domain/record/digest";
import { clinic, profile } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { createVirtualTime } from "#support/virtual-time";
import { createContactPatient } from "#usecases/contact-patient";
import { createReleaseDue } from "#usecases/release-due";

const second = 1_000;
const minute = 60 * second;

/** Partitions of the due index here, enough for 100 texts a second. */
const shards = 6;

/** Some milliseconds that depend on nothing but the words, as a network's do on nothing we know. */
function some(from: number, to: number, words: string): number {
  return from + (digestNumber(words) % (to - from));
}

/** A provider that takes `perSecond` texts in any second, and throttles the rest. */
function createProvider(perSecond: number, now: () => number) {
  const calls: number[] = [];
  return {
    calls,
    take: (): SendOutcome => {
      const at = now();
      const recent = calls.filter((call) => call > at - second).length;
      if (recent >= perSecond) return { is: "released", reason: "throttled" };
      calls.push(at);
      return { is: "accepted", providerId: `sms-${calls.length}` };
    },
  };
}

interface Sending {
  /** What the release is told of the provider. */
  readonly perSecond: number;
  /** What the provider takes; as much as we were told, unless this says otherwise. */
  readonly takes?: number;
  readonly minutes: number;
}

/** A clinic with so many texts due, its release, a queue that hides what is early, and workers. */
async function sending({ perSecond, takes = perSecond, minutes }: Sending) {
  const one = await clinic({ shards });
  const time = createVirtualTime(one.clock);
  const provider = createProvider(takes, one.clock.now);
  const throttled: number[] = [];
  const patients = Array.from({ length: takes * 60 * (minutes + 1) }, (_, n) => `p${n}`);
  for (const [n, patient] of patients.entries()) {
    const address = `+1202${String(5_550_000 + n).padStart(7, "0")}`;
    await one.admit(
      profile({ patient, points: [{ id: pointId(address), kind: "mobile", address }] }),
    );
    await one.enrollDirectly(patient);
  }
  const contact = createContactPatient({
    ...one,
    sleep: time.sleep,
    deliver: async ({ key }) => {
      const outcome = provider.take();
      if (outcome.is === "released") throttled.push(one.clock.now());
      await time.sleep(some(60, 250, key));
      return outcome;
    },
  });
  const hidden: { readonly at: number; readonly work: DueMessage }[] = [];
  const work = async ({ organization, patient, startAt }: DueMessage) => {
    // Queues show what was hidden by whole seconds, and a worker begins a little later.
    const shown = Math.floor(((startAt ?? 0) - second - one.clock.now()) / second) * second;
    await time.sleep(Math.max(0, shown) + some(5, 400, patient));
    await contact({ organization, patient, channel: "sms", ...(startAt ? { startAt } : {}) });
  };
  const queue = {
    send: async (messages: readonly DueMessage[]) => {
      for (const message of messages) {
        const entry = { at: one.clock.now(), work: message };
        hidden.push(entry);
        void work(message).finally(() => hidden.splice(hidden.indexOf(entry), 1));
      }
    },
    backlog: async () => hidden.length,
  };
  const release = createReleaseDue({
    records: one.records,
    learnt: one.learnt,
    clock: one.clock,
    queues: { ...one.queues, sms: queue },
    shards,
    paces: { sms: { perSecond } },
  });
  for (let tick = 0; tick < minutes; tick += 1) {
    await time.runTo(monday + tick * minute + some(100, 2_000, `tick ${tick}`));
    await release();
  }
  await time.runTo(monday + minutes * minute + 3 * second);
  return { calls: provider.calls, throttled, rows: one.rows };
}

describe("texts that are due faster than their number may send", () => {
  it.each([
    [1, 20],
    [3, 10],
    [100, 2],
  ])(
    "go at the pace of %i a second, and the provider refuses none",
    async (perSecond, minutes) => {
      const { calls, throttled } = await sending({ perSecond, minutes });
      expect(throttled).toEqual([]);
      const seconds = ((calls.at(-1) ?? 0) - (calls[0] ?? 0)) / second;
      const goodput = (calls.length - 1) / seconds / perSecond;
      expect(goodput).toBeGreaterThanOrEqual(0.97);
    },
    // Twelve thousand sends at the highest pace.
    120_000,
  );

  it("find a limit that is half of what was said, and keep near it without losing one", async () => {
    const minutes = 40;
    const { calls, throttled, rows } = await sending({ perSecond: 4, takes: 2, minutes });
    const settled = monday + 10 * minute;
    const later = (times: readonly number[]) => times.filter((time) => time > settled).length;
    const most = 2 * 60 * (minutes - 10);
    expect(later(calls) / most).toBeGreaterThanOrEqual(0.85);
    expect(later(throttled) / later(calls)).toBeLessThan(0.05);
    expect(rows.filter(({ event }) => event.type === "touch-failed")).toEqual([]);
  });
});
