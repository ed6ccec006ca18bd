import * as z from "zod";
import { address, readEnvironment, shards, text } from "#contracts/environment";

/** What `place-call` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    DEAD_QUEUE_URL: address,
    CONNECT_INSTANCE_ID: text,
    CONNECT_CALL_FLOW_ID: text,
    CONNECT_SOURCE_NUMBER: text,
    CONNECT_TRAFFIC: z.enum(["general", "campaign"]),
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
