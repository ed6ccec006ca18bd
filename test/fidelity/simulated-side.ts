import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { canonicalJson } from "#domain/canonical-json";
import type { LedgerRow } from "#domain/ledger/row";
import { rowsIn } from "#local/simulation/change-rows";
import { openStores } from "#local/simulation/stores";
import { dueInOneOrder, inOneSlice, startingInOneOrder } from "./one-order.ts";
import { type Queued, queueNames, type Side } from "./side.ts";

/** What the simulation runs on: the memory adapters. */
export function simulatedSide(organization: string): Side {
  let written: (readonly LedgerRow[])[] = [];
  const { ledger, ...stores } = openStores(organization, (change) => {
    written.push(rowsIn(change));
  });
  const queues = Object.fromEntries(
    queueNames.map((name) => [name, createMemoryWorkQueue<Queued[typeof name]>()]),
  ) as { [Name in keyof Queued]: ReturnType<typeof createMemoryWorkQueue<Queued[Name]>> };
  const { sms, email, voice, decide, task, ...others } = queues;
  return {
    ports: {
      ...stores,
      records: dueInOneOrder(stores.records),
      eligibility: startingInOneOrder(stores.eligibility),
      patients: inOneSlice(stores.profiles),
      profiles: { load: stores.profiles.load, save: stores.profiles.save },
      queues: { lanes: { sms, email, voice, decide, task }, ...others },
    },
    ledger,
    async take(name) {
      const all = queues[name].take(Number.POSITIVE_INFINITY);
      return all.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
    },
    written() {
      const since = written;
      written = [];
      return since;
    },
  };
}
