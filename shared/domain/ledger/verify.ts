import type { ContactPolicy } from "../contact/policy.ts";
import type { Instant } from "../time.ts";
import type { Accepted } from "./accepted.ts";
import { checkPatient } from "./check-patient.ts";
import { checkShared } from "./check-shared.ts";
import type { LedgerRow } from "./row.ts";
import { type SharedFact, sharedFactsIn } from "./shared-fact.ts";
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
 * against what was claimed. All rows are in memory: `rounds verify` does the same on files of any
 * size, a part of the patients at a time.
 */
export function verify(rows: Iterable<LedgerRow>, options: VerifyOptions): Verification {
  let count = 0;
  let latest = 0;
  const all: LedgerRow[] = [];
  for (const row of rows) {
    count += 1;
    latest = Math.max(latest, row.event.at);
    all.push(row);
  }
  const violations: Violation[] = [];
  const facts: SharedFact[] = [];
  const accepted = options.accepted ?? [];
  const setting = { policy: options.policy, asOf: options.asOf ?? latest };
  for (const found of verifyPatients({ rows: all, accepted }, setting, (fact) =>
    facts.push(fact),
  )) {
    violations.push(found);
  }
  for (const found of verifyShared(facts, setting)) violations.push(found);
  return { rows: count, violations };
}

/** What the rows are held against: see `VerifyOptions`. */
export interface Bench {
  readonly policy: ContactPolicy;
  readonly asOf: Instant;
}

/** Some patients, with all their rows and all that providers accepted of theirs. */
export interface Lives {
  readonly rows: Iterable<LedgerRow>;
  readonly accepted: Iterable<Accepted>;
}

/**
 * Verifies each patient by themselves.
 * @param keep takes what must be held against the rows of others: see `verifyShared`.
 */
export function* verifyPatients(
  { rows, accepted }: Lives,
  bench: Bench,
  keep: (fact: SharedFact) => void,
): Generator<Violation> {
  const strays = groupsOf(accepted, ownerOfKey);
  for (const [owner, own] of groupsOf(rows, ownerOf)) {
    yield* checkPatient(own, { ...bench, accepted: strays.get(owner) ?? [] });
    for (const fact of sharedFactsIn(own)) keep(fact);
    strays.delete(owner);
  }
  for (const [owner, entries] of strays) {
    for (const stray of entries) yield unclaimed(owner, stray);
  }
}

/** Verifies what several patients' rows tell of the same: give all facts of each `about`. */
export function* verifyShared(facts: Iterable<SharedFact>, bench: Bench): Generator<Violation> {
  for (const own of groupsOf(facts, ({ about }) => about).values()) yield* checkShared(own, bench);
}

/** `organization/patient`: whose row it is. */
export function ownerOf({ organization, patient }: LedgerRow): string {
  return `${organization}/${patient}`;
}

/** `organization/patient`, the first two parts of every key. */
export function ownerOfKey({ key }: Accepted): string {
  return key.split("/").slice(0, 2).join("/");
}

function groupsOf<Item>(items: Iterable<Item>, nameOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

function unclaimed(owner: string, stray: Accepted): Violation {
  return {
    law: 1,
    patient: owner.split("/")[1] ?? owner,
    revision: 0,
    revisions: [],
    subject: stray.key,
    message: "the provider accepted a touch that no row claims",
  };
}
