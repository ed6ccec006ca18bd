import { isRedFlag } from "#domain/ledger/laws/red-flag";
import type { LedgerRow } from "#domain/ledger/row";
import type { Verification } from "#domain/ledger/verify";
import { several } from "./numbers.ts";

export interface LawLine {
  readonly law: number;
  readonly title: string;
  /** What the ledger held to check the law on. */
  readonly evidence: string;
  readonly violations: number;
}

/** Laws 1–9 and the whole ledger (13), each with what it was checked on and how it held. */
export function lawLines(
  rows: readonly LedgerRow[],
  accepted: number,
  laws: Verification,
): readonly LawLine[] {
  const seen = sightings(rows);
  const contacts = several(seen.contacts, "contact");
  const lines: readonly (readonly [number, string, string])[] = [
    [1, "at most once", `${several(accepted, "acceptance")} in the providers' books`],
    [
      2,
      "nothing vanishes",
      `${several(seen.touches, "touch", "touches")}, ${several(seen.tasks, "task")}`,
    ],
    [3, "unknown stays visible", several(seen.unknown, "lost answer")],
    [4, "no contact after an opt-out", several(seen.optOuts, "opt-out")],
    [5, "within the patient's hours", contacts],
    [6, "caps across campaigns", contacts],
    [7, "a red flag opens one task", several(seen.redFlags, "red flag")],
    [8, "none after goal or audience end", several(seen.ended, "ended enrollment")],
    [9, "stale is dropped", `${several(seen.stale, "touch", "touches")} dropped`],
    [13, "the ledger is whole", several(rows.length, "row")],
  ];
  return lines.map(([law, title, evidence]) => ({
    ...{ law, title, evidence },
    violations: laws.violations.filter((violation) => violation.law === law).length,
  }));
}

function sightings(rows: readonly LedgerRow[]) {
  const seen = {
    ...{ touches: 0, tasks: 0, unknown: 0, optOuts: 0 },
    ...{ contacts: 0, redFlags: 0, ended: 0, stale: 0 },
  };
  for (const { event } of rows) {
    if (event.type === "touch-planned" || event.type === "notice-planned") seen.touches += 1;
    else if (event.type === "escalated") seen.tasks += 1;
    else if (event.type === "touch-unknown") seen.unknown += 1;
    else if (event.type === "opted-out") seen.optOuts += 1;
    else if (event.type === "touch-claimed" && !event.isNotice) seen.contacts += 1;
    else if (event.type === "reply-received") seen.redFlags += isRedFlag(event.tier) ? 1 : 0;
    else if (event.type === "enrollment-ended") seen.ended += 1;
    else if (event.type === "touch-withheld") seen.stale += event.reason === "stale" ? 1 : 0;
  }
  return seen;
}
