import type { LedgerRow } from "#domain/ledger/row";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { LedgerStore } from "#ports";

/** The events of one write of one record, as the stream shows them. */
export type PublishedWrite = readonly LedgerRow[];

/**
 * Keeps the account of one write, and adds it to the reach tallies, in one transaction. The rows'
 * keys come from the write, so a stream that shows it twice counts it once.
 */
export function createPublishLedger(ports: { readonly ledger: LedgerStore }) {
  return async (write: PublishedWrite): Promise<void> => {
    if (write.length === 0) return;
    const counts = sumCounts(write.flatMap((row) => reachCounts(row.event)));
    await ports.ledger.append(write, counts);
  };
}

export type PublishLedger = ReturnType<typeof createPublishLedger>;
