import type { SQSClient } from "@aws-sdk/client-sqs";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { DueMessage } from "#contracts/due-message";
import type { Lane } from "#domain/record/due";
import type { WorkQueue } from "#ports";

export interface LaneConfig {
  readonly SMS_QUEUE_URL: string;
  readonly EMAIL_QUEUE_URL: string;
  readonly VOICE_QUEUE_URL: string;
  readonly DECIDE_QUEUE_URL: string;
  readonly TASK_QUEUE_URL: string;
}

/** One queue per lane of due work. */
export function createLaneQueues(
  client: SQSClient,
  config: LaneConfig,
): Readonly<Record<Lane, WorkQueue<DueMessage>>> {
  const lane = (url: string) => createWorkQueue({ client, url, contract: DueMessage });
  return {
    sms: lane(config.SMS_QUEUE_URL),
    email: lane(config.EMAIL_QUEUE_URL),
    voice: lane(config.VOICE_QUEUE_URL),
    decide: lane(config.DECIDE_QUEUE_URL),
    task: lane(config.TASK_QUEUE_URL),
  };
}
