import { hourMs, type Instant, minuteMs } from "#domain/time";
import type { FunctionName } from "#infra/function-names";
import type { StreamRecord } from "#local/events/stream-reader";
import { receiptOf, taskClosed } from "./carriers.ts";
import { clock } from "./clock.ts";
import type { Acceptance, Books, ShownTask } from "./provider.ts";
import { type QueueName, queueNames, queueOf, type Received } from "./queues.ts";
import type { Region } from "./region.ts";
import type { Tables } from "./tables.ts";

/** Rounds after which a life is called endless. */
const roundsMax = 400;

/** How somebody invokes a function; whether it did what it was asked. */
export type Invoke = (name: FunctionName, event: unknown) => Promise<boolean>;

/** What the world does of itself. */
export interface World {
  /** When a carrier tells what became of a message. Never, where it is not said. */
  readonly receiptAfterMs?: number;
  /** What somebody does who got a message: each is run at its moment. */
  readonly reactions?: (message: Acceptance) => readonly Reaction[];
}

export interface Reaction {
  readonly afterMs: number;
  readonly queue?: QueueName;
  /** Goes to this function at once where no queue stands between. */
  readonly invokes?: FunctionName;
  readonly event: object;
}

interface Entry {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/** An agent closes a task so long after it was put before them. Ms. */
const taskAfterMs = 2 * hourMs;

/**
 * The region and the people around it, let go on until nothing is left to do: queues are worked
 * off, each minute's release looks at what is due, carriers report, agents close their tasks.
 */
export class Life {
  readonly #region: Region;
  readonly #tables: Tables;
  readonly #books: Books;
  readonly #world: World;
  readonly #agenda: Entry[] = [];
  readonly #closed = new Set<string>();
  #seen = 0;
  #shown = 0;

  constructor(
    { region, tables }: { readonly region: Region; readonly tables: Tables },
    books: Books,
    world: World,
  ) {
    this.#region = region;
    this.#tables = tables;
    this.#books = books;
    this.#world = world;
  }

  /** @throws Error when it never comes to rest. */
  async goOn(invoke: Invoke, until = Number.POSITIVE_INFINITY): Promise<void> {
    for (let round = 0; round < roundsMax; round += 1) {
      if (await this.#workOff(invoke)) continue;
      this.#react(invoke);
      const due = await this.#nextDue();
      const moments = [due, this.#agenda[0]?.at, this.#region.queues.nextMoment()];
      const next = Math.min(...moments.filter((moment) => moment !== undefined));
      if (next > until || next === Number.POSITIVE_INFINITY) return;
      clock.moveTo(next);
      await this.#runAgenda();
      if (due !== undefined && due <= clock.now())
        await invoke("release-due", { schema: "release.v1" });
    }
    throw new Error("it never came to rest");
  }

  /**
   * Has the stream tell the ledger what was written since.
   * @param before what was read off it already.
   */
  async publish(invoke: Invoke, before: readonly StreamRecord[]): Promise<void> {
    const records = [...before, ...(await this.#tables.written())];
    if (records.length > 0 && !(await invoke("publish-ledger", { Records: records }))) {
      throw new Error("what was written could not be published");
    }
  }

  async #workOff(invoke: Invoke): Promise<boolean> {
    let isBusy = false;
    for (const queue of queueNames) {
      for (let found = await this.#take(queue); found; found = await this.#take(queue)) {
        isBusy = true;
        if (await invoke(queueOf[queue], found.event)) await this.#region.queues.delete(found);
      }
    }
    return isBusy;
  }

  #take(queue: QueueName): Promise<Received | undefined> {
    return this.#region.queues.receive(queue);
  }

  /** What providers took since makes somebody do something, later. */
  #react(invoke: Invoke): void {
    const { accepted, shown } = this.#books;
    const { receiptAfterMs, reactions } = this.#world;
    for (const message of accepted.slice(this.#seen)) {
      if (receiptAfterMs !== undefined) {
        this.#plan(receiptAfterMs, () => this.#region.queues.send("receipts", receiptOf(message)));
      }
      for (const { afterMs, queue, invokes, event } of reactions?.(message) ?? []) {
        this.#plan(afterMs, async () => {
          if (queue) await this.#region.queues.send(queue, event);
          if (invokes) await insist(invoke, invokes, event);
        });
      }
    }
    for (const task of shown.slice(this.#shown)) this.#close(task, invoke);
    this.#seen = accepted.length;
    this.#shown = shown.length;
  }

  #close(shown: ShownTask, invoke: Invoke): void {
    if (this.#closed.has(shown.task)) return;
    this.#closed.add(shown.task);
    this.#plan(taskAfterMs, () => insist(invoke, "receive-call", taskClosed(shown)));
  }

  #plan(afterMs: number, run: () => Promise<void>): void {
    this.#agenda.push({ at: clock.now() + afterMs, run });
    this.#agenda.sort((a, b) => a.at - b.at);
  }

  async #runAgenda(): Promise<void> {
    for (let next = this.#agenda[0]; next && next.at <= clock.now(); next = this.#agenda[0]) {
      this.#agenda.shift();
      await next.run();
    }
  }

  /** The full minute at which the release finds something. */
  async #nextDue(): Promise<Instant | undefined> {
    const due = await this.#tables.firstDue();
    return due === undefined
      ? undefined
      : Math.ceil(Math.max(due, clock.now() + 1) / minuteMs) * minuteMs;
  }
}

/** More than a life has misfortunes. */
const asksMax = 40;

/** A flow that gets no answer asks again, and so does an agent. */
export async function insist(invoke: Invoke, name: FunctionName, event: object): Promise<void> {
  for (let asks = 0; asks < asksMax; asks += 1) if (await invoke(name, event)) return;
  throw new Error(`${name} never answered`);
}
