import { unreadable } from "./readable.ts";
import type { LedgerRow } from "./row.ts";

/** Says what is wrong with the account itself, at a row. */
export type TellOfRow = (row: LedgerRow, message: string) => void;

/**
 * The rows of one patient that can be judged, in the order of their writes. A row that is there
 * twice counts once, for exports may overlap; two accounts of one write, a write or a part of one
 * that is missing, and what cannot be read are told.
 */
export function wholeRows(rows: readonly LedgerRow[], tell: TellOfRow): readonly LedgerRow[] {
  const ordered = rows.toSorted((a, b) => a.revision - b.revision || a.index - b.index);
  const kept: LedgerRow[] = [];
  let last: LedgerRow | undefined;
  for (const row of ordered) {
    if (last && last.revision === row.revision && last.index === row.index) {
      if (!isSame(last, row)) tell(row, "two accounts of the same row");
      continue;
    }
    const gap = gapBefore(row, last);
    if (gap !== undefined) tell(row, gap);
    last = row;
    const problem = unreadable(row.event);
    if (problem === undefined) kept.push(row);
    else tell(row, `cannot be judged: ${problem}`);
  }
  return kept;
}

function gapBefore(row: LedgerRow, last: LedgerRow | undefined): string | undefined {
  if (row.revision !== last?.revision) {
    if (row.revision > (last?.revision ?? 0) + 1) return "rows of a write are missing";
    return row.index > 0 ? "the first row of a write is missing" : undefined;
  }
  if (row.index > last.index + 1) return "a row of a write is missing";
  return row.inputs === last.inputs ? undefined : "one write with two digests of its inputs";
}

function isSame(a: LedgerRow, b: LedgerRow): boolean {
  return a.inputs === b.inputs && JSON.stringify(a.event) === JSON.stringify(b.event);
}
