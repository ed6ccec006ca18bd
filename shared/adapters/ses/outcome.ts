import {
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  SendingPausedException,
} from "@aws-sdk/client-sesv2";
import type { SendOutcome } from "../../domain/record/command.ts";
import { commonOutcome } from "../provider-fault.ts";

/** A paused or suspended account, or a used-up day, is not helped by a minute. Ms. */
const accountRetryMs = 3_600_000;

/**
 * What an error of `SendEmail` means. Source: Amazon SES API v2 Reference, `SendEmail`, errors.
 * SES tells a bad address from bad content in its words only.
 */
export function emailOutcome(error: unknown): SendOutcome {
  if (error instanceof AccountSuspendedException || error instanceof SendingPausedException) {
    return { is: "released", reason: "unavailable", retryAfterMs: accountRetryMs };
  }
  if (error instanceof LimitExceededException) {
    return { is: "released", reason: "spend-limit", retryAfterMs: accountRetryMs };
  }
  if (error instanceof MailFromDomainNotVerifiedException || error instanceof NotFoundException) {
    return { is: "refused", reason: "not-configured" };
  }
  if (error instanceof MessageRejected) {
    const isSetup = /not verified/i.test(error.message);
    return { is: "refused", reason: isSetup ? "not-configured" : "content" };
  }
  if (error instanceof BadRequestException) {
    const isAddress = /address|domain|recipient/i.test(error.message);
    return { is: "refused", reason: isAddress ? "invalid-address" : "content" };
  }
  return commonOutcome(error);
}
