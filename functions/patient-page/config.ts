import * as z from "zod/mini";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `patient-page` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    PAGE_QUEUE_URL: address,
    UNSUBSCRIBE_QUEUE_URL: address,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
