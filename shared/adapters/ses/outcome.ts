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
import { accountOutcome, commonOutcome, dailyLimit } from "../provider-fault.ts";

/**
 * What an error of `SendEmail` means. Source: Amazon SES API v2 Reference, `SendEmail`, errors.
 * SES tells a bad address from bad content in its words only.
 */
export function emailOutcome(error: unknown): SendOutcome {
  if (error instanceof AccountSuspendedException || error instanceof SendingPausedException) {
    return accountOutcome("account");
  }
  if (error instanceof LimitExceededException) return dailyLimit;
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
