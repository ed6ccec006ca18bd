import type { DueMessage } from "#contracts/due-message";
import { releasePerTickMax } from "#domain/limits";
import { type Lane, lanes } from "#domain/record/due";
import type { Clock, DueEntry, RecordStore, WorkQueue } from "#ports";

export interface ReleasePorts {
  readonly records: RecordStore;
  readonly queues: Readonly<Record<Lane, WorkQueue<DueMessage>>>;
  readonly clock: Clock;
  readonly shards: number;
}

export type Released = Readonly<Record<Lane, number>>;

/**
 * Moves what is due from the index to the lane queues, each lane up to its budget less what still
 * waits in its queue, so that a backlog is not queued twice over. Writes nothing: a record stays
 * due until a worker has dealt with it, and a crash anywhere loses nothing.
 */
export function createReleaseDue(ports: ReleasePorts) {
  return async (): Promise<Released> => {
    const counts = await Promise.all(
      lanes.map(async (lane) => [lane, await releaseLane(ports, lane)] as const),
    );
    return Object.fromEntries(counts) as Record<Lane, number>;
  };
}

async function releaseLane(ports: ReleasePorts, lane: Lane): Promise<number> {
  const now = ports.clock.now();
  const shards = Array.from({ length: ports.shards }, (_, shard) => shard);
  const found = await Promise.all(
    shards.map((shard) => ports.records.due(lane, shard, now, releasePerTickMax)),
  );
  const due = found.flat().toSorted((a, b) => a.dueAt - b.dueAt || compare(a, b));
  if (due.length === 0) return 0;
  const budget = Math.max(0, releasePerTickMax - (await ports.queues[lane].backlog()));
  const released = due.slice(0, budget);
  await ports.queues[lane].send(released.map((entry) => messageOf(entry, lane)));
  return released.length;
}

function messageOf(entry: DueEntry, lane: Lane): DueMessage {
  return { schema: "due.v1", ...entry, lane };
}

/** Equal moments in one order, on every machine. */
function compare(a: DueEntry, b: DueEntry): number {
  return a.patient < b.patient ? -1 : a.patient > b.patient ? 1 : 0;
}

export type ReleaseDue = ReturnType<typeof createReleaseDue>;
