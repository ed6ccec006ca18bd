import type { DueMessage } from "#contracts/due-message";
import { releasePerTickMax } from "#domain/limits";
import { type Lane, lanes } from "#domain/record/due";
import type { Clock, DueEntry, RecordStore, WorkQueue } from "#ports";
import { Unrecoverable } from "../errors.ts";

export interface ReleasePorts {
  readonly records: RecordStore;
  readonly queues: Readonly<Record<Lane, WorkQueue<DueMessage>>>;
  readonly clock: Clock;
  readonly shards: number;
}

export interface ReleasedLane {
  readonly released: number;
  /** Entries that no queue takes: a person must look at them. They stay due. */
  readonly refused: number;
}

export type Released = Readonly<Record<Lane, ReleasedLane>>;

/**
 * Moves what is due from the index to the lane queues, each lane up to its budget less what still
 * waits in its queue, so that a backlog is not queued twice over. Writes nothing: a record stays
 * due until a worker has dealt with it, and a crash anywhere loses nothing. A lane that fails, or
 * an entry that no queue takes, holds up nothing else; a failed lane is thrown at the end, and the
 * next tick tries again.
 */
export function createReleaseDue(ports: ReleasePorts) {
  return async (): Promise<Released> => {
    const outcomes = await Promise.allSettled(lanes.map((lane) => releaseLane(ports, lane)));
    const counts = outcomes.map((outcome, index) => {
      if (outcome.status === "rejected") throw outcome.reason;
      return [lanes[index], outcome.value] as const;
    });
    return Object.fromEntries(counts) as Record<Lane, ReleasedLane>;
  };
}

async function releaseLane(ports: ReleasePorts, lane: Lane): Promise<ReleasedLane> {
  const now = ports.clock.now();
  const shards = Array.from({ length: ports.shards }, (_, shard) => shard);
  const found = await Promise.all(
    shards.map((shard) => ports.records.due(lane, shard, now, releasePerTickMax)),
  );
  const due = found.flat().toSorted((a, b) => a.dueAt - b.dueAt || compare(a, b));
  if (due.length === 0) return { released: 0, refused: 0 };
  const budget = Math.max(0, releasePerTickMax - (await ports.queues[lane].backlog()));
  return handOver(
    ports.queues[lane],
    due.slice(0, budget).map((entry) => messageOf(entry, lane)),
  );
}

/** All at once; when one of them can never be sent, one by one, so that only that one stays. */
async function handOver(
  queue: WorkQueue<DueMessage>,
  messages: readonly DueMessage[],
): Promise<ReleasedLane> {
  try {
    await queue.send(messages);
    return { released: messages.length, refused: 0 };
  } catch (error) {
    if (!(error instanceof Unrecoverable)) throw error;
    if (messages.length === 1) return { released: 0, refused: 1 };
  }
  let released = 0;
  for (const message of messages) released += (await handOver(queue, [message])).released;
  return { released, refused: messages.length - released };
}

function messageOf(entry: DueEntry, lane: Lane): DueMessage {
  return { schema: "due.v1", ...entry, lane };
}

/** Equal moments in one order, on every machine. */
function compare(a: DueEntry, b: DueEntry): number {
  return a.patient < b.patient ? -1 : a.patient > b.patient ? 1 : 0;
}

export type ReleaseDue = ReturnType<typeof createReleaseDue>;
