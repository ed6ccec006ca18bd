import type { LedgerRow } from "#domain/ledger/row";
import { type Verification, verify } from "#domain/ledger/verify";
import type { Organization } from "#domain/patient/organization";
import type { ReachCount } from "#domain/reach/tally";
import type { Instant } from "#domain/time";
import { keysBelow } from "./import-into.ts";
import type { FunctionState, LocalStack } from "./local-stack.ts";
import type { Acceptance } from "./outside/accepted.ts";
import type { World } from "./outside/world.ts";
import { type LocalStores, localFiles, type StackAddress } from "./stores.ts";

/** What a run came to. */
export interface Account {
  readonly asOf: Instant;
  readonly rows: readonly LedgerRow[];
  /** The tallies as the stack kept them. */
  readonly reach: readonly ReachCount[];
  /** Every acceptance in the providers' own books. */
  readonly accepted: readonly Acceptance[];
  readonly laws: Verification;
  /** Messages that nobody could handle, by queue. */
  readonly deadLetters: Readonly<Record<string, number>>;
  /** Lines of the files handed in that could not be read. */
  readonly quarantined: number;
  readonly functions: readonly FunctionState[];
}

interface Accounted {
  readonly stack: LocalStack;
  readonly address: StackAddress;
  readonly stores: LocalStores;
  readonly clinic: Organization;
  readonly world: World;
}

/** Reads the ledger and holds it, and the providers' books, against the laws. */
export async function accountOf(of: Accounted): Promise<Account> {
  const { stack, address, stores, clinic, world } = of;
  const rows = await rowsOf(stores, clinic.id);
  const accepted = world.book.all();
  const asOf = stack.clock.now();
  return {
    asOf,
    rows,
    reach: await stores.ledger.reach(clinic.id),
    accepted,
    laws: verify(rows, { policy: clinic.policy, asOf, accepted }),
    deadLetters: stack.deadLetters(),
    quarantined: await quarantinedLines(address),
    functions: stack.functions(),
  };
}

/** The ledger in the order of its patients and their writes: an export reads the same each time. */
async function rowsOf(stores: LocalStores, organization: string): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of stores.ledger.all(organization)) rows.push(row);
  return rows.sort(
    (a, b) => compare(a.patient, b.patient) || a.revision - b.revision || a.index - b.index,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function quarantinedLines({ bucket, ...address }: StackAddress): Promise<number> {
  const client = localFiles({ bucket, ...address });
  try {
    let count = 0;
    for await (const _ of keysBelow(client, bucket, "quarantine/incoming/")) count += 1;
    return count;
  } finally {
    client.destroy();
  }
}
