import type { DueMessage } from "#contracts/due-message";
import { releasePerTickMax } from "#domain/limits";
import { leftOfDay } from "#domain/pace/day";
import { type Pace, type ReleaseSlots, slotsOfRelease } from "#domain/pace/slots";
import { shareAt } from "#domain/pace/slowing";
import type { Channel } from "#domain/patient/contact-point";
import { type Lane, lanes } from "#domain/record/due";
import { dayMs, type Instant } from "#domain/time";
import type { Clock, DueEntry, PaceStore, RecordStore, WorkQueue } from "#ports";
import { Unrecoverable } from "../errors.ts";

export interface ReleasePorts {
  readonly records: RecordStore;
  readonly queues: Readonly<Record<Lane, WorkQueue<DueMessage>>>;
  readonly clock: Clock;
  readonly shards: number;
  /** How fast each lane's provider takes messages; a lane without a pace has no provider to mind. */
  readonly paces?: Partial<Readonly<Record<Channel, Pace>>>;
  /** Messages that a lane's provider takes within any 24 hours; absent, nobody counts. */
  readonly perDay?: Partial<Readonly<Record<Channel, number>>>;
  /** What was learnt of those providers since. */
  readonly learnt: Pick<PaceStore, "slowing" | "sentSince">;
}

export interface ReleasedLane extends HandedOver {
  /** Entries found, at most `releasePerTickMax` from each shard. */
  readonly due: number;
  /** Messages that were in the lane's queue before, about; not asked for where nothing is due. */
  readonly waiting: number;
  /** How long ago the oldest of them fell due. */
  readonly lateMs: number;
}

interface HandedOver {
  readonly released: number;
  /** Entries that no queue takes: a person must look at them. They stay due. */
  readonly refused: number;
}

export type Released = Readonly<Record<Lane, ReleasedLane>>;

/**
 * Moves what is due from the index to the lane queues, each lane up to its budget less what still
 * waits in its queue, so that a backlog is not queued twice over. A lane whose provider takes so many a
 * second hands over one minute's worth, each message with the moment at which it goes. Writes nothing: a record stays
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
  const queue = ports.queues[lane];
  const due = await dueOn(ports, lane, now);
  const [oldest] = due;
  if (!oldest) return { released: 0, refused: 0, due: 0, waiting: 0, lateMs: 0 };
  const backlog = await queue.backlog();
  const pace = await paceOf(ports, lane, now);
  const next = pace
    ? paced(due, backlog, slotsOfRelease(now, pace))
    : due.slice(0, Math.max(0, releasePerTickMax - backlog));
  const fitting = next.slice(0, await leftToday(ports, lane, now, backlog));
  const handedOver = await handOver(
    queue,
    fitting.map((entry) => ({ schema: "due.v1", ...entry, lane })),
  );
  return { ...handedOver, due: due.length, waiting: backlog, lateMs: now - oldest.dueAt };
}

/**
 * How many of the lane's messages fit into the day. What does not stays due, and is withheld in the
 * end if it becomes stale. Asked after the backlog: who goes from one to the other between the two
 * is counted twice and not left out.
 */
async function leftToday(
  { perDay, learnt }: ReleasePorts,
  lane: Lane,
  now: Instant,
  waiting: number,
): Promise<number> {
  if (lane === "decide" || lane === "task") return Infinity;
  const limit = perDay?.[lane];
  if (limit === undefined) return Infinity;
  return leftOfDay({ perDay: limit, sent: await learnt.sentSince(lane, now - dayMs), waiting });
}

/** The lane's pace, slowed down where its provider throttled it. */
async function paceOf(ports: ReleasePorts, lane: Lane, now: Instant): Promise<Pace | undefined> {
  if (lane === "decide" || lane === "task") return undefined;
  const pace = ports.paces?.[lane];
  if (!pace) return undefined;
  const share = shareAt(await ports.learnt.slowing(lane), now);
  return { perSecond: pace.perSecond * share };
}

async function dueOn(ports: ReleasePorts, lane: Lane, now: Instant): Promise<readonly DueEntry[]> {
  const asked: Promise<readonly DueEntry[]>[] = [];
  for (let shard = 0; shard < ports.shards; shard += 1) {
    asked.push(ports.records.due(lane, shard, now, releasePerTickMax));
  }
  const found = (await Promise.all(asked)).flat();
  return found.length < 2 ? found : found.toSorted((a, b) => a.dueAt - b.dueAt || compare(a, b));
}

/**
 * Each message with its own moment. Whoever was given one that is still to come is first in the
 * index, and passed over; were it somebody else, theirs is the next minute. Where more waits than a
 * minute takes, the workers are behind, and nothing is added.
 */
function paced(
  due: readonly DueEntry[],
  backlog: number,
  { slots, given }: ReleaseSlots,
): readonly (DueEntry & { readonly startAt: Instant })[] {
  if (backlog > slots.length) return [];
  const next = due.slice(Math.min(given, backlog));
  return next.flatMap((entry, index) => {
    const startAt = slots[index];
    return startAt === undefined ? [] : [{ ...entry, startAt }];
  });
}

/** All at once; when one of them can never be sent, one by one, so that only that one stays. */
async function handOver(
  queue: WorkQueue<DueMessage>,
  messages: readonly DueMessage[],
): Promise<HandedOver> {
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

/** Equal moments in one order, on every machine. */
function compare(a: DueEntry, b: DueEntry): number {
  return a.patient < b.patient ? -1 : a.patient > b.patient ? 1 : 0;
}

export type ReleaseDue = ReturnType<typeof createReleaseDue>;
