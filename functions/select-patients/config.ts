import * as z from "zod/mini";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `select-patients` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    ENROLL_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
