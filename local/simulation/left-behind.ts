import type { LedgerRow } from "#domain/ledger/row";
import { type TouchKey, touchKey } from "#domain/record/touch";

/**
 * What was claimed in a region that was left, after the copy that its successor was made from. By
 * the claims themselves, which a copy shares: one touch may have been claimed and released before
 * the copy, and claimed again after it.
 */
export function claimsLeftBehind(
  everywhere: readonly LedgerRow[],
  atHome: readonly LedgerRow[],
): ReadonlySet<TouchKey> {
  const kept = new Set(atHome.map(({ event }) => event));
  return new Set(
    everywhere.flatMap((row) =>
      row.event.type === "touch-claimed" && !kept.has(row.event)
        ? [touchKey(row, row.event.touch)]
        : [],
    ),
  );
}
