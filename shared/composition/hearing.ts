import { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { serviceClient } from "#adapters/service-client";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { UrgentMessage } from "#contracts/urgent-message";
import type { CarrierOptOutList } from "#ports";
import { createKick } from "#usecases/kick";
import { createOpenLine } from "#usecases/open-line";
import { createReceiveReply } from "#usecases/receive-reply";
import { createLaneQueues, type LaneConfig } from "./lane-queues.ts";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";

export type HearingConfig = EngineConfig &
  LaneConfig &
  MirrorConfig & { readonly URGENT_QUEUE_URL: string };

/**
 * What a function needs that hears patients, on whatever channel.
 * @param carrier the list of who takes no texts, where texts are heard.
 */
export function composeHearing(config: HearingConfig, carrier?: CarrierOptOutList) {
  const sqs = new SQSClient(serviceClient());
  const engine = createMirroringEngine(sqs, config);
  const { act, clock, table } = engine;
  const kick = createKick({ queues: createLaneQueues(sqs, config, clock), clock });
  const replies = createReplyStore(table);
  const receiveReply = createReceiveReply({
    act,
    clock,
    kick,
    points: createPointDirectory(table),
    profiles: createProfileStore(table),
    replies,
    ...(carrier ? { openLine: createOpenLine({ ...engine, carrier }) } : {}),
    urgent: createWorkQueue({
      client: sqs,
      url: config.URGENT_QUEUE_URL,
      contract: UrgentMessage,
    }),
  });
  return { ...engine, sqs, kick, replies, receiveReply };
}
