import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `receive-receipt` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    DEAD_QUEUE_URL: address,
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
