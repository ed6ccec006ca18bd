import { PinpointClient } from "@aws-sdk/client-pinpoint";
import * as z from "zod/mini";
import { createPinpointSender } from "#adapters/pinpoint/sms-sender";
import { sendingClient } from "#adapters/sending-client";
import { composeContact } from "#composition/contact";
import { createPageLinking } from "#composition/page-linking";
import { withRim } from "#composition/rim";
import { readEnvironment, text } from "#contracts/environment";
import { deliverBySms } from "#usecases/contact-patient";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

/** The same function over Pinpoint, in a bundle of its own: neither start loads both clients. */
const own = readEnvironment(z.object({ PINPOINT_APPLICATION_ID: text }), process.env);
const sender = createPinpointSender({
  client: new PinpointClient(sendingClient()),
  applicationId: own.PINPOINT_APPLICATION_ID,
  originationNumber: config.SMS_ORIGINATION_IDENTITY,
});
const { rim, contactPatient } = composeContact(
  "send-sms",
  config,
  () => deliverBySms(sender),
  createPageLinking(config.PAGE_LINK),
);
export const handler = withRim(createHandler(rim, contactPatient), rim);
