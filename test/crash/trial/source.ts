import type { Scenario } from "../scenario.ts";
import type { Received } from "../world/queues.ts";
import type { Region } from "../world/region.ts";
import type { Tables } from "../world/tables.ts";

/** An event that the function under trial is given, perhaps again and again. */
export interface Feed {
  /** The event as it comes now; nothing when it is done with. */
  next(): Promise<object | undefined>;
  /** The same may come again at once: it was handled, and nobody heard so. */
  repeat(): Promise<void>;
  /** It was handled. */
  done(): Promise<void>;
  /** Puts it there once more, as a person does who gives back what was put aside. */
  redrive(): Promise<void>;
  /** Whether it still waits, outside all queues, to be given again. */
  readonly isWaiting: boolean;
}

export async function feedOf(scenario: Scenario, region: Region, tables: Tables): Promise<Feed> {
  const { source } = scenario;
  if (!("queue" in source)) return invokedFeed(await source.invoked(tables));
  const { queues } = region;
  await queues.send(source.queue, source.body);
  let latest: Received | undefined;
  return {
    isWaiting: false,
    async next() {
      latest = await queues.receive(source.queue);
      return latest?.event;
    },
    async repeat() {
      if (latest) await queues.showAgain(latest);
    },
    async done() {
      if (latest) await queues.delete(latest);
    },
    redrive: () => queues.send(source.queue, source.body),
  };
}

function invokedFeed(event: object): Feed {
  let isWaiting = true;
  return {
    get isWaiting() {
      return isWaiting;
    },
    next: async () => event,
    repeat: async () => undefined,
    async done() {
      isWaiting = false;
    },
    redrive: async () => undefined,
  };
}
