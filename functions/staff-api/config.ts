import * as z from "zod/mini";
import { shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `staff-api` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    LEDGER_TABLE_NAME: text,
    WORKLIST_TABLE_NAME: text,
    VIEWS_TABLE_NAME: text,
    MIRROR_QUEUE_URL: address,
    IMPORT_QUEUE_URL: address,
    TOKEN_ISSUER: text,
    TOKEN_AUDIENCE: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
