import type { LedgerRow } from "#domain/ledger/row";
import type { RecordChange } from "#ports";

/** The ledger rows of one write, as the table's stream gives them. */
export function rowsIn({ after, events, inputs }: RecordChange): readonly LedgerRow[] {
  const { organization, patient, revision } = after;
  return events.map((event, index) => ({
    organization,
    patient,
    revision,
    index,
    inputs,
    event,
  }));
}
