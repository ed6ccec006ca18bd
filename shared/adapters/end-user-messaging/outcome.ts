import {
  AccessDeniedException,
  ConflictException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ValidationException,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { RefusalReason, SendOutcome } from "../../domain/record/command.ts";
import { accountOutcome, commonOutcome } from "../provider-fault.ts";

/**
 * What an error of `SendTextMessage` means. Source: AWS End User Messaging SMS and Voice v2 API
 * Reference, the `Reason` of each exception.
 */
export function smsOutcome(error: unknown): SendOutcome {
  if (error instanceof ConflictException) {
    const reason = error.Reason;
    // A number or pool that is not active yet becomes so by itself.
    if (reason === "RESOURCE_NOT_ACTIVE") return { is: "released", reason: "unavailable" };
    return refused(conflicts[reason ?? ""] ?? "not-configured");
  }
  if (error instanceof ServiceQuotaExceededException) {
    return error.Reason?.startsWith("MONTHLY_SPEND_LIMIT_REACHED")
      ? accountOutcome("spend-limit")
      : { is: "released", reason: "throttled" };
  }
  if (error instanceof ValidationException) return refused(invalidity(error));
  if (error instanceof AccessDeniedException && accountFaults.has(error.Reason ?? "")) {
    return accountOutcome("account");
  }
  if (error instanceof AccessDeniedException || error instanceof ResourceNotFoundException) {
    return refused("not-configured");
  }
  return commonOutcome(error);
}

/** Other refusals of access are about this deployment's permissions. */
const accountFaults: ReadonlySet<string> = new Set([
  "ACCOUNT_DISABLED",
  "INSUFFICIENT_ACCOUNT_REPUTATION",
]);

const conflicts: Readonly<Record<string, RefusalReason>> = {
  DESTINATION_PHONE_NUMBER_OPTED_OUT: "opted-out-at-carrier",
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: "blocked",
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: "blocked",
};

const invalidities: Readonly<Record<string, RefusalReason>> = {
  DESTINATION_COUNTRY_BLOCKED: "blocked",
  PRICE_OVER_THRESHOLD: "blocked",
  MAXIMUM_SIZE_EXCEEDED: "content",
};

/** Field names are compared, never values: those are the number and the words. */
function invalidity(error: ValidationException): RefusalReason {
  const known = invalidities[error.Reason ?? ""];
  if (known) return known;
  const fields = (error.Fields ?? []).map((field) => field.Name?.toLowerCase() ?? "");
  if (fields.some((field) => field.includes("destinationphonenumber"))) return "invalid-address";
  if (fields.some((field) => field.includes("messagebody"))) return "content";
  return "not-configured";
}

function refused(reason: RefusalReason): SendOutcome {
  return { is: "refused", reason };
}
