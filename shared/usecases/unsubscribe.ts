import type { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import type { WorkQueue } from "#ports";
import type { Opened, OpenLink } from "./open-link.ts";

export interface UnsubscribePorts {
  readonly openLink: OpenLink;
  readonly stops: Pick<WorkQueue<UnsubscribeMessage>, "send">;
}

/**
 * Stops everything that the holder of this token is sent. When this answers `open`, the stop is durable:
 * it is on its queue, and nothing but the record takes it off. Repeats change nothing. Throws what the
 * store or the queue throws, and then nothing may be taken for stopped.
 */
export function createUnsubscribe({ openLink, stops }: UnsubscribePorts) {
  return async (token: string): Promise<Opened> => {
    const opened = await openLink(token);
    if (opened.is === "open") {
      await stops.send([{ schema: "unsubscribe.v1", touch: opened.link.touch }]);
    }
    return opened;
  };
}

export type Unsubscribe = ReturnType<typeof createUnsubscribe>;
