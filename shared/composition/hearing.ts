import { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { serviceClient } from "#adapters/service-client";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { UrgentMessage } from "#contracts/urgent-message";
import { createKick } from "#usecases/kick";
import { createReceiveReply } from "#usecases/receive-reply";
import { createLaneQueues, type LaneConfig } from "./lane-queues.ts";
import { createRecordEngine, type EngineConfig } from "./record-engine.ts";

/** What a function needs that hears patients, on whatever channel. */
export function composeHearing(
  config: EngineConfig & LaneConfig & { readonly URGENT_QUEUE_URL: string },
) {
  const engine = createRecordEngine(config);
  const sqs = new SQSClient(serviceClient());
  const { act, clock, table } = engine;
  const kick = createKick({ queues: createLaneQueues(sqs, config), clock });
  const receiveReply = createReceiveReply({
    act,
    clock,
    kick,
    points: createPointDirectory(table),
    profiles: createProfileStore(table),
    replies: createReplyStore(table),
    urgent: createWorkQueue({
      client: sqs,
      url: config.URGENT_QUEUE_URL,
      contract: UrgentMessage,
    }),
  });
  return { ...engine, sqs, kick, receiveReply };
}
