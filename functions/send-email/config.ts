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

/** What `send-email` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    EPOCH: epoch,
    DEAD_QUEUE_URL: address,
    RECIPIENTS: recipients,
    PER_DAY: perDay,
    EMAIL_FROM: text,
    EMAIL_CONFIGURATION_SET: text,
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
