import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { createOptOutList } from "#adapters/end-user-messaging/opt-out-list";
import { serviceClient } from "#adapters/service-client";
import { composeHearing } from "#composition/hearing";
import { createQueueRim, withRim } from "#composition/rim";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

// One try: a text about a life waits for it, and the queue gives an opt-in again.
const client = new PinpointSMSVoiceV2Client({ ...serviceClient(), maxAttempts: 1 });
const carrier = createOptOutList({ client, list: config.SMS_OPT_OUT_LIST });
const { receiveReply, organizations, sqs } = composeHearing(config, carrier);
const rim = createQueueRim("receive-sms", sqs, config);
export const handler = withRim(createHandler(rim, receiveReply, organizations), rim);
