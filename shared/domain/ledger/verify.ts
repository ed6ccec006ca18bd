import type { ContactPolicy } from "../contact/policy.ts";
import type { Instant } from "../time.ts";
import type { Accepted } from "./accepted.ts";
import { checkPatient } from "./check-patient.ts";
import type { LedgerRow } from "./row.ts";
import type { Violation } from "./violation.ts";

export interface Verification {
  readonly rows: number;
  readonly violations: readonly Violation[];
}

export interface VerifyOptions {
  readonly policy: ContactPolicy;
  /** When the export was made: what must have ended by then. Default: the latest row. */
  readonly asOf?: Instant;
  readonly accepted?: readonly Accepted[];
}

/**
 * Proves laws 1–9 over a ledger, or names each violation. Needs nothing but the rows: whoever
 * doubts the engine need not trust it. With the provider's own list, what was accepted is held
 * against what was claimed.
 */
export function verify(rows: Iterable<LedgerRow>, options: VerifyOptions): Verification {
  const byPatient = new Map<string, LedgerRow[]>();
  let count = 0;
  let latest = 0;
  for (const row of rows) {
    count += 1;
    latest = Math.max(latest, row.event.at);
    const key = `${row.organization}/${row.patient}`;
    const known = byPatient.get(key);
    if (known) known.push(row);
    else byPatient.set(key, [row]);
  }
  const asOf = options.asOf ?? latest;
  const accepted = groupAccepted(options.accepted ?? []);
  const violations: Violation[] = [];
  for (const [key, own] of byPatient) {
    own.sort((a, b) => a.revision - b.revision || a.index - b.index);
    const setting = { policy: options.policy, asOf, accepted: accepted.get(key) ?? [] };
    // One by one: a ledger that is all wrong has more than a call takes arguments.
    for (const violation of checkPatient(own, setting)) violations.push(violation);
    accepted.delete(key);
  }
  for (const [key, strays] of accepted) {
    for (const stray of strays) violations.push(unclaimed(key, stray));
  }
  return { rows: count, violations };
}

/** By `organization/patient`, the first two parts of every key. */
function groupAccepted(accepted: readonly Accepted[]): Map<string, Accepted[]> {
  const groups = new Map<string, Accepted[]>();
  for (const entry of accepted) {
    const owner = entry.key.split("/").slice(0, 2).join("/");
    const group = groups.get(owner);
    if (group) group.push(entry);
    else groups.set(owner, [entry]);
  }
  return groups;
}

function unclaimed(owner: string, stray: Accepted): Violation {
  return {
    law: 1,
    patient: owner.split("/")[1] ?? owner,
    revision: 0,
    subject: stray.key,
    message: "the provider accepted a touch that no row claims",
  };
}
