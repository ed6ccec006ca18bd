import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `raise-task` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    WORKLIST_TABLE_NAME: text,
    DEAD_QUEUE_URL: address,
    CONNECT_INSTANCE_ID: text,
    CONNECT_TASK_FLOW_ID: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
