import type { DueMessage } from "#contracts/due-message";
import type { LedgerRow } from "#domain/ledger/row";
import { pointId } from "#domain/patient/point-id";
import type { SendOutcome } from "#domain/record/command";
import { digestNumber } from "#domain/record/digest";
import { createContactPatient } from "#usecases/contact-patient";
import { createReleaseDue } from "#usecases/release-due";
import { clinic, profile } from "./a-clinic.ts";
import { monday } from "./a-record.ts";
import { createVirtualTime } from "./virtual-time.ts";

const second = 1_000;
const minute = 60 * second;

/** Partitions of the due index here, enough for 100 texts a second. */
const shards = 6;

/** Some milliseconds that depend on nothing but the words, as a network's do on nothing we know. */
export function some(from: number, to: number, words: string): number {
  return from + (digestNumber(words) % (to - from));
}

/** A provider that takes `perSecond` texts in any second, and throttles the rest. */
export function createProvider(perSecond: number, now: () => number) {
  const calls: number[] = [];
  return {
    calls,
    take: (): SendOutcome => {
      const at = now();
      const recent = calls.length - 1 - calls.findLastIndex((call) => call <= at - second);
      if (recent >= perSecond) return { is: "released", reason: "throttled" };
      calls.push(at);
      return { is: "accepted", providerId: `sms-${calls.length}` };
    },
  };
}

export interface Sending {
  /** What the release is told of the provider. */
  readonly perSecond: number;
  /** What the provider takes; as much as we were told, unless this says otherwise. */
  readonly takes?: number;
  readonly minutes: number;
}

export interface Sent {
  /** When the provider took a text. */
  readonly calls: readonly number[];
  /** When it refused one for now. */
  readonly throttled: readonly number[];
  readonly rows: readonly LedgerRow[];
}

/** A clinic with so many texts due, its release, a queue that hides what is early, and workers. */
export async function pacedSending({
  perSecond,
  takes = perSecond,
  minutes,
}: Sending): Promise<Sent> {
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
