import { type FauxqsServer, type SpyMessage, startFauxqs } from "fauxqs";
import type { Engine } from "./engine.ts";
import { freePort } from "./port.ts";

/** Account and region that the engine writes into its names. */
export const localAccount = "000000000000";
export const localRegion = "us-east-1";

/** SQS, SNS and S3 inside this process. */
export interface MessagingEngine extends Engine {
  readonly server: FauxqsServer;
  /** Calls the listener at every message sent, consumed or dead and every object written. */
  onEvent(listener: (event: SpyMessage) => void): void;
  /** As functions must see it: the engine's own URLs carry a host that resolvers do not know. */
  queueUrl(name: string): string;
}

export async function startMessaging(): Promise<MessagingEngine> {
  const port = await freePort();
  const server = await startFauxqs({
    port,
    logger: false,
    defaultRegion: localRegion,
    messageSpies: { bufferSize: 1 },
  });
  const endpoint = `http://127.0.0.1:${server.port}`;
  return {
    endpoint,
    name: "fauxqs",
    server,
    onEvent(listener) {
      // A waiting predicate is shown every event until it says yes; this one never does.
      const listening = server.spy.waitForMessage((event) => {
        listener(event);
        return false;
      });
      // It is rejected when the spy is cleared at the stop.
      listening.catch(() => undefined);
    },
    queueUrl: (name) => `${endpoint}/${localAccount}/${name}`,
    stop: () => server.stop(),
  };
}
