import { type Instant, minuteMs } from "#domain/time";
import type { StreamReader, StreamRecord } from "./stream-reader.ts";

/** The sparse index that holds what is due: partition `lane`, sort key `dueAt` in epoch ms. */
export const dueIndexName = "due";

/** Due so soon after it was written, an entry answers something and is not planned work. */
const reactionMs = 5 * minuteMs;

/** Entries with the instant at which the tick that finds them may come. */
interface Entry {
  readonly dueAt: Instant;
  tickAt: Instant;
}

/**
 * What the due index holds, read off the table's stream, so that the virtual clock knows the next
 * moment without asking the database. Planned work waits for the round tick, which bundles it; what
 * reacts to a patient is found by the tick of the next minute, as it is in production.
 */
export class DueIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #tickMs: number;
  readonly #now: () => Instant;

  constructor(tickMinutes: number, now: () => Instant) {
    this.#tickMs = tickMinutes * minuteMs;
    this.#now = now;
  }

  follow(reader: StreamReader): void {
    reader.onRecords((_shard, records) => {
      for (const record of records) this.#see(record);
    });
  }

  /** The next moment at which a tick would find something. Always after now. */
  nextTick(): Instant | undefined {
    let next: Instant | undefined;
    for (const { tickAt } of this.#entries.values()) {
      if (next === undefined || tickAt < next) next = tickAt;
    }
    if (next === undefined) return undefined;
    return Math.max(next, roundUp(this.#now() + 1, minuteMs));
  }

  /** What a tick just found and is still there waits for the next round one. */
  ticked(): void {
    const now = this.#now();
    for (const entry of this.#entries.values()) {
      if (entry.tickAt <= now) entry.tickAt = roundUp(now + 1, this.#tickMs);
    }
  }

  #see({ dynamodb: { Keys, NewImage } }: StreamRecord): void {
    // The engine writes an item's keys in either order.
    const key = JSON.stringify(Object.entries(Keys).toSorted());
    const dueAt = Number(NewImage?.["dueAt"]?.["N"]);
    if (NewImage?.["lane"] === undefined || !Number.isFinite(dueAt)) {
      this.#entries.delete(key);
      return;
    }
    if (this.#entries.get(key)?.dueAt === dueAt) return;
    const now = this.#now();
    const isReaction = dueAt <= now + reactionMs;
    const tickAt = isReaction
      ? roundUp(Math.max(dueAt, now + 1), minuteMs)
      : roundUp(dueAt, this.#tickMs);
    this.#entries.set(key, { dueAt, tickAt });
  }
}

function roundUp(at: Instant, step: number): Instant {
  return Math.ceil(at / step) * step;
}
