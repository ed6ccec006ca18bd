import * as z from "zod/mini";
import { contacting } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";

/** What `send-sms` is told by the template. */
export const config = readEnvironment(
  z.object({
    ...contacting,
    SMS_ORIGINATION_IDENTITY: text,
    SMS_CONFIGURATION_SET: text,
    PAGE_LINK: address,
  }),
  process.env,
);
