import { type Lane, lanes, nextDue, shardOf } from "../../domain/record/due.ts";
import type { PatientRecord } from "../../domain/record/record.ts";
import type { Instant } from "../../domain/time.ts";
import { StaleRecord } from "../../errors.ts";
import type { RecordChange, RecordStore } from "../../ports.ts";
import { DueIndex } from "./due-index.ts";

export interface MemoryRecordStore extends RecordStore {
  /** When the next record of any lane is due: the moment to which a virtual clock may jump. */
  nextDueAt(): Instant | undefined;
  all(): Iterable<PatientRecord>;
}

export interface MemoryRecordStoreOptions {
  readonly shards?: number;
  /** Told of every write, in order: what the table's stream is to the deployed system. */
  readonly published?: (change: RecordChange) => void;
}

/** Records are plain readonly data, so they are kept as they are, without copies. */
export function createMemoryRecordStore(options: MemoryRecordStoreOptions = {}): MemoryRecordStore {
  const shards = options.shards ?? 1;
  const records = new Map<string, PatientRecord>();
  /** By shard, and then by lane. */
  const indexes = Array.from({ length: shards }, () => new Map<Lane, DueIndex>());
  const keyOf = (organization: string, patient: string) => `${organization}#${patient}`;

  const indexOf = (lane: Lane, shard: number): DueIndex => {
    const known = indexes[shard]?.get(lane) ?? new DueIndex();
    indexes[shard]?.set(lane, known);
    return known;
  };

  const reindex = (key: string, record: PatientRecord): void => {
    const shard = shardOf(record.patient, shards);
    const due = nextDue(record);
    for (const lane of lanes) {
      if (lane === due?.lane) indexOf(lane, shard).set(key, due.at);
      else indexOf(lane, shard).delete(key);
    }
  };

  return {
    async load(organization, patient) {
      return records.get(keyOf(organization, patient));
    },
    async append(change) {
      const { before, after } = change;
      const key = keyOf(before.organization, before.patient);
      if ((records.get(key)?.revision ?? 0) !== before.revision) throw new StaleRecord();
      const stored = { ...after, revision: before.revision + 1 };
      records.set(key, stored);
      reindex(key, stored);
      options.published?.({ ...change, after: stored });
    },
    async due(lane, shard, by, limit) {
      return indexOf(lane, shard)
        .by(by, limit)
        .flatMap(([key, dueAt]) => {
          const record = records.get(key);
          return record
            ? [{ organization: record.organization, patient: record.patient, dueAt }]
            : [];
        });
    },
    nextDueAt() {
      let soonest: Instant | undefined;
      for (const byLane of indexes) {
        for (const index of byLane.values()) {
          const next = index.next();
          if (soonest === undefined || (next !== undefined && next < soonest)) soonest = next;
        }
      }
      return soonest;
    },
    all: () => records.values(),
  };
}
