import type { LedgerRow } from "#domain/ledger/row";
import { cohortsIn } from "#domain/reach/entry";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { LedgerStore } from "#ports";

/** The events of one write of one record, as the stream shows them. */
export type PublishedWrite = readonly LedgerRow[];

/**
 * Keeps the account of writes, and adds them to the reach tallies. The rows' keys come from the write, so a
 * stream that shows one twice, in whatever company, counts it once.
 */
export function createPublishLedger(ports: { readonly ledger: LedgerStore }) {
  return async (writes: readonly PublishedWrite[]): Promise<void> => {
    await ports.ledger.append(
      writes
        .filter((rows) => rows.length > 0)
        .map((rows) => ({
          rows,
          counts: sumCounts(rows.flatMap(({ event }) => reachCounts(event))),
          cohorts: cohortsIn(rows.map(({ event }) => event)),
        })),
    );
  };
}

export type PublishLedger = ReturnType<typeof createPublishLedger>;
