import * as z from "zod/mini";
import { readEnvironment, text } from "#contracts/environment";

/** What `publish-ledger` is told by the template. */
export const config = readEnvironment(
  z.object({
    LEDGER_TABLE_NAME: text,
    METRICS_NAMESPACE: text,
  }),
  process.env,
);
