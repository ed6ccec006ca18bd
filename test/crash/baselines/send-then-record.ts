import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { sendingClient } from "#adapters/sending-client";
import { withRim } from "#composition/rim";
import { createHandler } from "../../../functions/send-sms/handler.ts";
import { composeRecordedAfter } from "./recorded-after.ts";

/** Load, decide, send, then record: who finds no record sends. */
const { rim, contactPatient } = composeRecordedAfter(new PinpointSMSVoiceV2Client(sendingClient()));
export const handler = withRim(createHandler(rim, contactPatient), rim);
