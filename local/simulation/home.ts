import type { LedgerRow } from "#domain/ledger/row";
import type { TouchKey } from "#domain/record/touch";
import { claimsLeftBehind } from "./left-behind.ts";
import type { Region } from "./region.ts";

/** Where the patients are at home, and where they were before. */
export class Home {
  readonly #regions: Region[];

  constructor(first: Region) {
    this.#regions = [first];
  }

  get region(): Region {
    const [latest] = this.#regions.slice(-1);
    if (!latest) throw new Error("simulation/no home");
    return latest;
  }

  /** From now on it is this one. */
  moveTo(region: Region): void {
    this.#regions.push(region);
  }

  /** Another try for what was put aside, in every region, with right clocks. */
  heal(): void {
    for (const { fleet, queues } of this.#regions) {
      fleet.renew();
      queues.redrive();
    }
  }

  /** Every row that was written anywhere, each once, in the order of the regions. */
  everywhere(): readonly LedgerRow[] {
    return this.#regions.flatMap(({ written, inherited }) => written.slice(inherited));
  }

  /**
   * The whole account of what the home's tables stand for. Of writes that the stream had not shown
   * when a copy was made, the copy's ledger knows nothing: the one that was left has them.
   */
  ledger(): readonly LedgerRow[] {
    const { stores, written } = this.region;
    const own = stores.ledger.rowsOf(stores.organization);
    const before = this.#regions.slice(0, -1);
    if (before.length === 0) return own;
    // A copy is made of the same writes: what it holds of another region is the very same event.
    const missing = new Set(written.map(({ event }) => event));
    for (const { event } of own) missing.delete(event);
    const rows = [...own];
    for (const left of before) {
      for (const row of left.stores.ledger.rowsOf(stores.organization)) {
        if (missing.delete(row.event)) rows.push(row);
      }
    }
    return rows;
  }

  /** What was claimed in a region that was left, and is not known at home. */
  leftBehind(): ReadonlySet<TouchKey> {
    return claimsLeftBehind(this.everywhere(), this.region.written);
  }
}
