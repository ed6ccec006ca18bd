import * as z from "zod/mini";
import { contacting } from "#contracts/engine-environment";
import { readEnvironment, text } from "#contracts/environment";

/** What `place-call` is told by the template. */
export const config = readEnvironment(
  z.object({
    ...contacting,
    CONNECT_INSTANCE_ID: text,
    CONNECT_CALL_FLOW_ID: text,
    CONNECT_SOURCE_NUMBER: text,
    CONNECT_TRAFFIC: z.enum(["general", "campaign"]),
  }),
  process.env,
);
