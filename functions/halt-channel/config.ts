import * as z from "zod/mini";
import { readEnvironment, text } from "#contracts/environment";

/** What `halt-channel` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    ORGANIZATION_ID: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
