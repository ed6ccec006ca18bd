import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `receive-call` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    WORKLIST_TABLE_NAME: text,
    SMS_QUEUE_URL: address,
    EMAIL_QUEUE_URL: address,
    VOICE_QUEUE_URL: address,
    DECIDE_QUEUE_URL: address,
    TASK_QUEUE_URL: address,
    URGENT_QUEUE_URL: address,
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
