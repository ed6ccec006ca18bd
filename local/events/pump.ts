import { setTimeout as wait } from "node:timers/promises";
import type { EventSource } from "./source.ts";
import type { StreamReader } from "./stream-reader.ts";

/** How often streams are read on the wall clock; Lambda reads each shard four times a second. */
const streamPollMs = 250;

/** Keeps the functions supplied with work from queues, streams and calls. */
export class Pump {
  readonly #sources: readonly EventSource[];
  readonly #streams: readonly StreamReader[];
  readonly #isBusy: () => boolean;
  readonly #active = new Map<EventSource, number>();
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<number> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #hasStopped = false;

  constructor(
    sources: readonly EventSource[],
    streams: readonly StreamReader[],
    isBusy: () => boolean,
  ) {
    this.#sources = sources;
    this.#streams = streams;
    this.#isBusy = isBusy;
  }

  /**
   * Works everything off, one batch after another, source by source: while time stands still the
   * same work comes in the same order. Streams are read when the queues are empty, for then their
   * batches are largest.
   */
  async drain(): Promise<void> {
    for (let isIdle = false; !isIdle && !this.#hasStopped; ) {
      isIdle = true;
      for (const source of this.#sources) {
        while (!this.#hasStopped && (await source.step())) isIdle = false;
      }
      if (!this.#hasStopped && (await this.#poll()) > 0) isIdle = false;
      while (this.#isBusy()) {
        isIdle = false;
        await wait(1);
      }
    }
  }

  /** Works on its own from now on, several batches at once. */
  start(): void {
    for (const source of this.#sources) {
      // An engine tells of a message just before it can be seen.
      source.onWork(() => setImmediate(() => this.#spin(source)));
      this.#spin(source);
    }
    this.#timer = setInterval(() => void this.#poll().catch(this.fail), streamPollMs);
  }

  /** Until everything that `start` keeps going has come to rest. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 2 && !this.#hasStopped; ) {
      if (this.#failure !== undefined) throw this.#failure.error;
      const isResting = this.#active.size === 0 && !this.#isBusy() && (await this.#poll()) === 0;
      quiet = isResting && this.#active.size === 0 ? quiet + 1 : 0;
      await wait(5);
    }
  }

  /** Remembers what went wrong out of anyone's sight, for the next who waits. */
  readonly fail = (error: unknown): void => {
    if (!this.#hasStopped) this.#failure ??= { error };
  };

  stop(): void {
    this.#hasStopped = true;
    clearInterval(this.#timer);
  }

  #spin(source: EventSource): void {
    const active = this.#active.get(source) ?? 0;
    if (this.#hasStopped || active >= source.limit) return;
    this.#active.set(source, active + 1);
    this.#work(source)
      .catch(this.fail)
      .finally(() => {
        const left = (this.#active.get(source) ?? 1) - 1;
        if (left > 0) this.#active.set(source, left);
        else this.#active.delete(source);
      });
  }

  async #work(source: EventSource): Promise<void> {
    while (!this.#hasStopped && (await source.step())) await this.#poll();
  }

  /** Never twice at once: a stream's records must keep their order. */
  async #poll(): Promise<number> {
    this.#polling ??= this.#readAll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #readAll(): Promise<number> {
    let read = 0;
    for (const stream of this.#streams) read += await stream.poll();
    return read;
  }
}
