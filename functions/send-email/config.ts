import * as z from "zod/mini";
import { contacting } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `send-email` is told by the template. */
export const config = readEnvironment(
  z.object({
    ...contacting,
    EMAIL_FROM: text,
    EMAIL_CONFIGURATION_SET: text,
    UNSUBSCRIBE_LINK: address,
    PAGE_LINK: address,
  }),
  process.env,
);
