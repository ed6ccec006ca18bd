import {
  type PinpointClient,
  SendMessagesCommand,
  type SendMessagesCommandInput,
} from "@aws-sdk/client-pinpoint";
import type { SmsSender } from "../../ports.ts";
import { cutOff } from "../sending-client.ts";
import { faultOutcome, resultOutcome } from "./outcome.ts";

export interface PinpointSenderOptions {
  /** Made with `sendingClient`. */
  readonly client: PinpointClient;
  /** The project that the account still holds; none can be made since 2025-05-20. */
  readonly applicationId: string;
  /** Our number, E.164. */
  readonly originationNumber: string;
  /** `limits.sendTimeoutMs` unless a test is in a hurry. */
  readonly timeoutMs?: number;
}

/**
 * Texts over `SendMessages` of Amazon Pinpoint, for accounts that still hold an application. It
 * outlives Pinpoint's campaigns and journeys, which ended on 2026-10-30. Unlike End User Messaging
 * it takes no time to live: a carrier may try for longer than the touch has.
 */
export function createPinpointSender(options: PinpointSenderOptions): SmsSender {
  return {
    async send(sms) {
      try {
        const command = new SendMessagesCommand(buildMessages(options, sms));
        const answer = await options.client.send(command, cutOff(options.timeoutMs));
        return resultOutcome(Object.values(answer.MessageResponse?.Result ?? {}));
      } catch (error) {
        return faultOutcome(error);
      }
    },
  };
}

/**
 * The touch goes in the address's context, which comes back in the attributes of each event, and
 * not as `TraceId`, which recipients can see. Source: Amazon Pinpoint API Reference, "Messages".
 */
function buildMessages(
  { applicationId, originationNumber }: PinpointSenderOptions,
  sms: Parameters<SmsSender["send"]>[0],
): SendMessagesCommandInput {
  return {
    ApplicationId: applicationId,
    MessageRequest: {
      Addresses: { [sms.to]: { ChannelType: "SMS", Context: { touch: sms.key } } },
      MessageConfiguration: {
        SMSMessage: {
          Body: sms.text,
          MessageType: "TRANSACTIONAL",
          OriginationNumber: originationNumber,
        },
      },
    },
  };
}
