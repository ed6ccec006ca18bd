import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `mirror-opt-outs` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    DEAD_QUEUE_URL: address,
    SMS_OPT_OUT_LIST: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
