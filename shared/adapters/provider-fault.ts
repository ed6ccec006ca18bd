import type { AccountRefusal } from "../domain/contact/halt.ts";
import type { SendOutcome } from "../domain/record/command.ts";

/**
 * What any provider's failure means for sending again, when its own table says nothing:
 * - it never left this machine (no address, no connection, no credentials): surely not accepted;
 * - the provider answered 4xx: it looked at the request and took nothing; 429 and throttling by
 *   name ask for patience;
 * - all else (5xx, 408, reset, cut off, an answer that cannot be read) may have been accepted.
 */
export function commonOutcome(error: unknown): SendOutcome {
  if (neverLeft(error)) return { is: "released", reason: "unavailable" };
  const status = statusOf(error);
  const name = nameOf(error);
  if (isDailyLimit(error)) return dailyLimit;
  if (status === 429 || throttles.has(name)) return { is: "released", reason: "throttled" };
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return { is: "released", reason: "unavailable" };
  }
  return { is: "unknown", reason: name };
}

/**
 * How soon a message comes again that a whole account was refused: as soon as one that is halted,
 * which it is by then. Ms.
 */
const accountRetryMs = 600_000;

/** The account as a whole may send nothing: surely not accepted, and neither will the next one be. */
export function accountOutcome(reason: AccountRefusal): SendOutcome {
  return { is: "released", reason, retryAfterMs: accountRetryMs };
}

/**
 * The account may send nothing more today. All the tries that a touch has, three hours apart, last
 * a day, within which a used-up day comes back.
 */
export const dailyLimit: SendOutcome = {
  is: "released",
  reason: "daily-limit",
  retryAfterMs: 3 * 3_600_000,
};

/** The name of an SDK error is its exception type: a code, free of what was sent. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "not-an-error";
}

const throttles: ReadonlySet<string> = new Set([
  "ThrottlingException",
  "TooManyRequestsException",
  "Throttling",
  "RequestLimitExceeded",
]);

/**
 * SES tells a used-up day from a second that was too full by its words only. Source: Amazon SES
 * Developer Guide, "Errors related to the sending quotas for your Amazon SES account".
 */
function isDailyLimit(error: unknown): boolean {
  return error instanceof Error && throttles.has(error.name) && /\bdaily\b/i.test(error.message);
}

/** Failures of the system call `connect` and of the look-up before it (Node.js, `net`, `dns`). */
const connectFailures: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "CredentialsProviderError") return true;
  if (errorText(error, "syscall") === "connect" || errorText(error, "syscall") === "getaddrinfo") {
    return true;
  }
  if (connectFailures.has(errorText(error, "code") ?? "")) return true;
  // The SDK's own connection timeout has no code: only its words tell it from a request timeout.
  return error.name === "TimeoutError" && /did not establish a connection/.test(error.message);
}

function errorText(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

/** The HTTP status that the provider answered with, if it answered. */
function statusOf(error: unknown): number | undefined {
  if (error === null || typeof error !== "object") return undefined;
  const metadata: unknown = Reflect.get(error, "$metadata");
  if (metadata === null || typeof metadata !== "object") return undefined;
  const status: unknown = Reflect.get(metadata, "httpStatusCode");
  return typeof status === "number" ? status : undefined;
}
