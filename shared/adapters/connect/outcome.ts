import {
  AccessDeniedException,
  DestinationNotAllowedException,
  InvalidParameterException,
  InvalidRequestException,
  LimitExceededException,
  OutboundContactNotPermittedException,
  ResourceNotFoundException,
} from "@aws-sdk/client-connect";
import type { SendOutcome } from "../../domain/record/command.ts";
import { commonOutcome } from "../provider-fault.ts";

/**
 * What an error of `StartOutboundVoiceContact` means. Source: Amazon Connect API Reference,
 * errors of the operation. `LimitExceededException` is the quota of calls at a time: a call that
 * ends makes room.
 */
export function callOutcome(error: unknown): SendOutcome {
  if (error instanceof DestinationNotAllowedException) return { is: "refused", reason: "blocked" };
  if (error instanceof OutboundContactNotPermittedException) {
    return { is: "refused", reason: "blocked" };
  }
  if (error instanceof LimitExceededException) return { is: "released", reason: "throttled" };
  if (error instanceof InvalidParameterException) {
    const isAddress = /destination|phone ?number/i.test(error.message);
    return { is: "refused", reason: isAddress ? "invalid-address" : "not-configured" };
  }
  if (
    error instanceof InvalidRequestException ||
    error instanceof ResourceNotFoundException ||
    error instanceof AccessDeniedException
  ) {
    return { is: "refused", reason: "not-configured" };
  }
  return commonOutcome(error);
}
