import type { LedgerRow } from "#domain/ledger/row";
import type { Instant } from "#domain/time";

/** What part of a ledger is asked for. Instants, the end not included. */
export interface Span {
  /** Patients to whom nothing happened since then are left out. */
  readonly from?: Instant;
  /** Rows of then and later are left out. */
  readonly before?: Instant;
}

/**
 * The rows of a span, as `verify` can judge them: of each patient all rows from the first on, for a
 * life that begins in its middle cannot be told from one whose rows were lost. Holds one patient's
 * rows in memory at a time; takes and gives each patient's together and in order.
 */
export async function* rowsIn(rows: AsyncIterable<LedgerRow>, span: Span) {
  for await (const life of livesIn(rows)) {
    const end = life.findIndex(
      ({ event }) => event.at >= (span.before ?? Number.POSITIVE_INFINITY),
    );
    const told = end < 0 ? life : life.slice(0, end);
    if (told.some(({ event }) => event.at >= (span.from ?? 0))) yield* told;
  }
}

async function* livesIn(rows: AsyncIterable<LedgerRow>): AsyncGenerator<readonly LedgerRow[]> {
  let life: LedgerRow[] = [];
  for await (const row of rows) {
    const [first] = life;
    if (first && (first.patient !== row.patient || first.organization !== row.organization)) {
      yield life;
      life = [];
    }
    life.push(row);
  }
  if (life.length > 0) yield life;
}
