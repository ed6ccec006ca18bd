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
  if (status === 429 || throttles.has(name)) return { is: "released", reason: "throttled" };
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return { is: "released", reason: "unavailable" };
  }
  return { is: "unknown", reason: name };
}

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
