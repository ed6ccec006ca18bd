import {
  type PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
  type SendTextMessageCommandInput,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { SmsSender } from "../../ports.ts";
import { cutOff } from "../sending-client.ts";
import { smsOutcome } from "./outcome.ts";

export interface SmsSenderOptions {
  /** Made with `sendingClient`. */
  readonly client: PinpointSMSVoiceV2Client;
  /** A number, sender id or pool, by id or ARN. */
  readonly originationIdentity: string;
  readonly configurationSet: string;
  /** `limits.sendTimeoutMs` unless a test is in a hurry. */
  readonly timeoutMs?: number;
}

/** Texts over AWS End User Messaging SMS. */
export function createSmsSender(options: SmsSenderOptions): SmsSender {
  return {
    async send(sms) {
      try {
        const command = new SendTextMessageCommand(buildText(options, sms));
        const answer = await options.client.send(command, cutOff(options.timeoutMs));
        // Accepted without an id cannot be matched to a receipt; the key in the context can.
        return { is: "accepted", providerId: answer.MessageId ?? "" };
      } catch (error) {
        return smsOutcome(error);
      }
    },
  };
}

/** `TimeToLive` takes 5 seconds to 72 hours (SMS and Voice v2 API Reference). */
const timeToLiveSeconds = { min: 5, max: 259_200 };

export function buildText(
  options: Pick<SmsSenderOptions, "originationIdentity" | "configurationSet">,
  sms: Parameters<SmsSender["send"]>[0],
): SendTextMessageCommandInput {
  const { min, max } = timeToLiveSeconds;
  return {
    DestinationPhoneNumber: sms.to,
    OriginationIdentity: options.originationIdentity,
    ConfigurationSetName: options.configurationSet,
    MessageBody: sms.text,
    MessageType: "TRANSACTIONAL",
    TimeToLive: Math.min(max, Math.max(min, Math.floor(sms.timeToLiveSeconds))),
    Context: { touch: sms.key },
  };
}
