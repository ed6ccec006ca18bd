import * as z from "zod/mini";
import { perDay, perSecond, shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `release-due` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    SMS_QUEUE_URL: address,
    EMAIL_QUEUE_URL: address,
    VOICE_QUEUE_URL: address,
    DECIDE_QUEUE_URL: address,
    TASK_QUEUE_URL: address,
    SMS_PER_SECOND: perSecond,
    EMAIL_PER_SECOND: perSecond,
    CALLS_PER_SECOND: perSecond,
    SMS_PER_DAY: perDay,
    EMAIL_PER_DAY: perDay,
    CALLS_PER_DAY: perDay,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
