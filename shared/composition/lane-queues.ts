import type { SQSClient } from "@aws-sdk/client-sqs";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { DueMessage } from "#contracts/due-message";
import type { Lane } from "#domain/record/due";
import type { Clock, WorkQueue } from "#ports";

export interface LaneConfig {
  readonly SMS_QUEUE_URL: string;
  readonly EMAIL_QUEUE_URL: string;
  readonly VOICE_QUEUE_URL: string;
  readonly DECIDE_QUEUE_URL: string;
  readonly TASK_QUEUE_URL: string;
}

/** A worker has it this long before its moment, and waits the rest. Ms. */
const readyMs = 1_000;

/** One queue per lane of due work. */
export function createLaneQueues(
  client: SQSClient,
  config: LaneConfig,
  clock: Clock,
): Readonly<Record<Lane, WorkQueue<DueMessage>>> {
  const delaySecondsOf = ({ startAt }: DueMessage) =>
    startAt === undefined ? 0 : (startAt - readyMs - clock.now()) / 1_000;
  const lane = (url: string) =>
    createWorkQueue({ client, url, contract: DueMessage, delaySecondsOf });
  return {
    sms: lane(config.SMS_QUEUE_URL),
    email: lane(config.EMAIL_QUEUE_URL),
    voice: lane(config.VOICE_QUEUE_URL),
    decide: lane(config.DECIDE_QUEUE_URL),
    task: lane(config.TASK_QUEUE_URL),
  };
}
