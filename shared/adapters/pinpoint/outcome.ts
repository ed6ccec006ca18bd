import {
  BadRequestException,
  ForbiddenException,
  type MessageResult,
  MethodNotAllowedException,
  NotFoundException,
  PayloadTooLargeException,
} from "@aws-sdk/client-pinpoint";
import type { SendOutcome } from "../../domain/record/command.ts";
import { accountOutcome, commonOutcome } from "../provider-fault.ts";

/**
 * What Pinpoint made of the one address that it was given. It answers 200 whatever became of the
 * text; the end stands in the address's own result. Source: Amazon Pinpoint API Reference,
 * "Messages", `MessageResult`. No result, or more than one, tells nothing: unknown.
 */
export function resultOutcome(results: readonly MessageResult[]): SendOutcome {
  const [result, ...others] = results;
  if (!result || others.length > 0) return { is: "unknown", reason: "no-result" };
  const status = result.DeliveryStatus;
  switch (status) {
    case "SUCCESSFUL":
      return { is: "accepted", providerId: result.MessageId ?? "" };
    case "OPT_OUT":
      return { is: "refused", reason: "opted-out-at-carrier" };
    case "THROTTLED":
      return { is: "released", reason: "throttled" };
    case "PERMANENT_FAILURE":
      return permanent(result.StatusMessage ?? "");
    case "TEMPORARY_FAILURE":
      return isAnswered(result)
        ? { is: "released", reason: "unavailable" }
        : { is: "unknown", reason: status };
    default:
      // UNKNOWN_FAILURE, TIMEOUT, and DUPLICATE, of which we never gave a first.
      return { is: "unknown", reason: status ?? "no-status" };
  }
}

/** Pinpoint tells the causes apart by its words only; what it says is compared and not kept. */
function permanent(words: string): SendOutcome {
  if (/spend/i.test(words)) return accountOutcome("spend-limit");
  if (/phone ?number|address/i.test(words)) return { is: "refused", reason: "invalid-address" };
  return { is: "refused", reason: "blocked" };
}

/** As of any provider: a 4xx looked at the text and took nothing, and a 5xx may have taken it. */
function isAnswered({ StatusCode: status }: MessageResult): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 408;
}

/** What an error of the request as a whole means: nothing was looked at but the request. */
export function faultOutcome(error: unknown): SendOutcome {
  if (error instanceof PayloadTooLargeException) return { is: "refused", reason: "content" };
  if (
    error instanceof BadRequestException ||
    error instanceof ForbiddenException ||
    error instanceof MethodNotAllowedException ||
    error instanceof NotFoundException
  ) {
    return { is: "refused", reason: "not-configured" };
  }
  return commonOutcome(error);
}
