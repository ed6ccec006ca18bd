import type { LedgerRow } from "#domain/ledger/row";
import type { RecordEvent } from "#domain/record/event";

/** Rows of one patient, one write each, in this order. */
export function ledgerOf(patient: string, ...events: readonly RecordEvent[]): LedgerRow[] {
  return events.map((event, at) => ({
    organization: "oak",
    patient,
    revision: at + 1,
    index: 0,
    inputs: "digest",
    event,
  }));
}
