import { eventInWords } from "#domain/ledger/in-words/event";
import { localWords, zoneOf } from "#domain/ledger/in-words/when";
import type { LedgerRow } from "#domain/ledger/row";
import type { Instant } from "#domain/time";

/** The rows of one patient in order, each as a line: when, in the patient's zone, and what. */
export function storyOf(rows: readonly LedgerRow[]): readonly string[] {
  const ordered = rows.toSorted((a, b) => a.revision - b.revision || a.index - b.index);
  const zone = zoneOf(ordered);
  const when = (at: Instant) => localWords(at, zone);
  const lines = ordered.flatMap(({ event }) => {
    const words = eventInWords(event, when);
    return words === undefined ? [] : [`${when(event.at)}  ${words}`];
  });
  return wasSelected(ordered) ? lines : [...lines, neverSelected];
}

const neverSelected =
  "No campaign has selected this patient so far: no audience held. `rounds select CAMPAIGN` says why.";

function wasSelected(rows: readonly LedgerRow[]): boolean {
  return rows.some(({ event }) => event.type === "enrolled" || event.type === "enrollment-refused");
}

/** One line that says how it came out: what was sent, withheld, answered, escalated. */
export function summaryOf(rows: readonly LedgerRow[]): string {
  const count = (type: string) => rows.filter(({ event }) => event.type === type).length;
  const counts = [
    ["touch-accepted", "sent"],
    ["touch-withheld", "withheld"],
    ["touch-moved", "moved"],
    ["reply-received", "heard"],
    ["escalated", "escalated"],
  ] as const;
  return counts.map(([type, word]) => `${count(type)} ${word}`).join(", ");
}
