import * as z from "zod";
import {
  address,
  epoch,
  perDay,
  readEnvironment,
  recipients,
  shards,
  text,
} from "#contracts/environment";

/** What `place-call` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    EPOCH: epoch,
    DEAD_QUEUE_URL: address,
    RECIPIENTS: recipients,
    PER_DAY: perDay,
    CONNECT_INSTANCE_ID: text,
    CONNECT_CALL_FLOW_ID: text,
    CONNECT_SOURCE_NUMBER: text,
    CONNECT_TRAFFIC: z.enum(["general", "campaign"]),
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
