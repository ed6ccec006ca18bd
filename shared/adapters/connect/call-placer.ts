import {
  type ConnectClient,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from "@aws-sdk/client-connect";
import type { CallPlacer } from "../../ports.ts";
import { cutOff } from "../sending-client.ts";
import { callOutcome } from "./outcome.ts";

export interface CallPlacerOptions {
  /** Made with `sendingClient`. */
  readonly client: ConnectClient;
  readonly instanceId: string;
  readonly callFlowId: string;
  /** Our number, E.164. */
  readonly sourceNumber: string;
  /**
   * `campaign` lets Connect tell a person from a machine, and needs a quota that AWS grants on
   * request (default 0); `general` needs none. Source: API Reference, `TrafficType`.
   */
  readonly traffic?: "general" | "campaign";
  readonly timeoutMs?: number;
}

/** How long it rings before nobody is at home. Seconds; 15 to 60 are usual. */
const ringSeconds = 30;

/** Calls over Amazon Connect: one flow for all campaigns, its words in attributes. */
export function createCallPlacer(options: CallPlacerOptions): CallPlacer {
  return {
    async place(call) {
      try {
        const command = new StartOutboundVoiceContactCommand(buildCall(options, call));
        const answer = await options.client.send(command, cutOff(options.timeoutMs));
        return { is: "accepted", providerId: answer.ContactId ?? "" };
      } catch (error) {
        return callOutcome(error);
      }
    },
  };
}

export function buildCall(
  options: Omit<CallPlacerOptions, "client">,
  call: Parameters<CallPlacer["place"]>[0],
): StartOutboundVoiceContactCommandInput {
  const { message, voicemail } = call.script;
  return {
    InstanceId: options.instanceId,
    ContactFlowId: options.callFlowId,
    SourcePhoneNumber: options.sourceNumber,
    DestinationPhoneNumber: call.to,
    ClientToken: call.key,
    RingTimeoutInSeconds: ringSeconds,
    Attributes: {
      touch: call.key,
      language: call.language,
      message,
      // A flow compares with fixed words only: it could not tell that an attribute is missing.
      ...(voicemail === undefined ? {} : { voicemail, hasVoicemail: "yes" }),
    },
    ...(options.traffic === "campaign"
      ? {
          TrafficType: "CAMPAIGN" as const,
          AnswerMachineDetectionConfig: {
            EnableAnswerMachineDetection: true,
            AwaitAnswerMachinePrompt: voicemail !== undefined,
          },
        }
      : {}),
  };
}
