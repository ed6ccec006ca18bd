import * as z from "zod/mini";
import { readEnvironment, text } from "#contracts/environment";

/** What `staff-api` is told by the template. */
export const config = readEnvironment(
  z.object({
    TABLE_NAME: text,
    TOKEN_ISSUER: text,
    TOKEN_AUDIENCE: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
