import type { SQSClient } from "@aws-sdk/client-sqs";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { MirrorMessage } from "#contracts/mirror-message";
import { createMirroringAct } from "#usecases/mirroring-act";
import { createRecordEngine, type EngineConfig } from "./record-engine.ts";

export interface MirrorConfig {
  readonly MIRROR_QUEUE_URL: string;
}

/** A record engine for whoever may hear an opt-out: what it writes, the carrier's list follows. */
export function createMirroringEngine(client: SQSClient, config: EngineConfig & MirrorConfig) {
  const engine = createRecordEngine(config);
  const mirror = createWorkQueue({ client, url: config.MIRROR_QUEUE_URL, contract: MirrorMessage });
  return { ...engine, mirror, act: createMirroringAct({ act: engine.act, mirror }) };
}
