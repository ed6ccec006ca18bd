import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { createSmsSender } from "#adapters/end-user-messaging/sms-sender";
import { sendingClient } from "#adapters/sending-client";
import { composeContact } from "#composition/contact";
import { createPageLinking } from "#composition/page-linking";
import { withRim } from "#composition/rim";
import { deliverBySms } from "#usecases/contact-patient";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const client = new PinpointSMSVoiceV2Client(sendingClient());
const { SMS_ORIGINATION_IDENTITY: originationIdentity, SMS_CONFIGURATION_SET } = config;
const sender = createSmsSender({
  client,
  originationIdentity,
  configurationSet: SMS_CONFIGURATION_SET,
});
const { rim, contactPatient } = composeContact(
  "send-sms",
  config,
  () => deliverBySms(sender),
  createPageLinking(config.PAGE_LINK),
);
export const handler = withRim(createHandler(rim, contactPatient), rim);
