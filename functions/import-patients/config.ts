import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `import-patients` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    DEAD_QUEUE_URL: address,
    IMPORT_BUCKET_NAME: text,
    IMPORT_QUEUE_URL: address,
    ORGANIZATION_ID: text,
    MIRROR_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
