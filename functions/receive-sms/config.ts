import * as z from "zod";
import { address, readEnvironment, shards, text } from "#contracts/environment";

/** What `receive-sms` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    DUE_SHARDS: shards,
    URGENT_QUEUE_URL: address,
  }),
  process.env,
);
