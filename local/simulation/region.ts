import type { LedgerRow } from "#domain/ledger/row";
import type { OrganizationId } from "#domain/patient/profile";
import { nextDue } from "#domain/record/due";
import type { Instant } from "#domain/time";
import type { RecordChange } from "#ports";
import { createPublishLedger } from "#usecases/publish-ledger";
import { rowsIn } from "./change-rows.ts";
import type { Ground } from "./environment.ts";
import { Fleet } from "./fleet.ts";
import { Journal } from "./journal.ts";
import type { Plant } from "./plant.ts";
import type { Providers } from "./providers.ts";
import { openWorkQueues, type RegionQueues } from "./queues.ts";
import { createReleases } from "./schedules.ts";
import { type Skills, skillsOf } from "./skills.ts";
import { openStores, type Stores } from "./stores.ts";
import { createStream } from "./stream.ts";
import { portsOf } from "./worker-ports.ts";

interface Setting {
  readonly organization: OrganizationId;
  readonly ground: Ground;
  readonly providers: Providers;
  readonly plant: Plant;
  /** Which in the row of the patients' homes it is. From 1. */
  readonly epoch: number;
  /** Told of every write of a record, once it stands. */
  readonly wrote: (region: Region, change: RecordChange, rows: readonly LedgerRow[]) => void;
}

/** One deployment: tables, queues and workers of its own, and nothing that it shares. */
export interface Region {
  readonly epoch: number;
  readonly stores: Stores;
  readonly queues: RegionQueues;
  readonly fleet: Fleet<Skills>;
  /** The rows of its tables, in order: those that it was restored with, and its own. */
  readonly written: readonly LedgerRow[];
  /** Of these, so many it was restored with. */
  readonly inherited: number;
  /** What is due there is looked for once in so long from now on, and not each minute. Ms. */
  lookEvery(ms: number): void;
  /** What is due there is not looked for any more. */
  switchOff(): void;
  /** Another region with the tables of this one as they were then. */
  restoredAs(setting: Setting, asOf: Instant): Promise<Region>;
}

/** A region whose tables are empty. */
export function openRegion(setting: Setting): Region {
  return new Deployed(setting);
}

class Deployed implements Region {
  readonly epoch: number;
  readonly stores: Stores;
  readonly queues: RegionQueues;
  readonly fleet: Fleet<Skills>;
  readonly written: LedgerRow[] = [];
  inherited = 0;
  readonly #journal: Journal;
  readonly #releases: ReturnType<typeof createReleases>;
  #isRestoring = false;

  constructor({ organization, ground, providers, plant, epoch, wrote }: Setting) {
    this.epoch = epoch;
    this.#journal = new Journal(ground.timeline);
    const published = (change: RecordChange) => {
      const rows = rowsIn(change);
      this.written.push(...rows);
      if (this.#isRestoring) return;
      wrote(this, change, rows);
      showStream(change.after.patient, rows);
      const due = nextDue(change.after);
      if (due) this.#releases.mind(due.at);
    };
    const stores = openStores(organization, published);
    this.stores = ground.faults.has("region-move") ? this.#journal.noting(stores) : stores;
    const showStream = createStream(ground, createPublishLedger(this.stores));
    this.fleet = new Fleet<Skills>(ground, (environment) =>
      skillsOf(
        portsOf(environment, { stores: this.stores, providers, queues: this.queues, plant, epoch }),
      ),
    );
    this.queues = openWorkQueues(ground, this.fleet);
    this.#releases = createReleases(ground, this);
  }

  lookEvery(ms: number): void {
    this.#releases.space(ms);
  }

  switchOff(): void {
    this.#releases.stop();
  }

  async restoredAs(setting: Setting, asOf: Instant): Promise<Region> {
    const other = new Deployed(setting);
    other.#isRestoring = true;
    await this.#journal.restore(other.stores, asOf);
    other.#isRestoring = false;
    other.inherited = other.written.length;
    const due = other.stores.records.nextDueAt();
    if (due !== undefined) other.#releases.mind(due);
    return other;
  }
}
