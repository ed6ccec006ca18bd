import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { withRim } from "#composition/rim";
import type { ContactPatient } from "#usecases/contact-patient";
import { createHandler } from "../../../functions/send-sms/handler.ts";
import { createLease } from "./lease.ts";
import { composeRecordedAfter } from "./recorded-after.ts";

/**
 * As idempotency libraries do it: a lease on the work, which somebody else may take over once it has
 * run out, around the work itself; and a client that tries three times, as the SDK does by default.
 */
const { rim, contactPatient, table, clock } = composeRecordedAfter(
  new PinpointSMSVoiceV2Client({}),
);
const once = createLease(table, clock);
const underLease: ContactPatient = (input) =>
  once(`${input.patient}/${input.channel}`, "nothing", () => contactPatient(input));
export const handler = withRim(createHandler(rim, underLease), rim);
