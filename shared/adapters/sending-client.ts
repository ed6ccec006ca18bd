import { sendTimeoutMs } from "../domain/limits.ts";

/** Time to find the provider and open a connection; nothing can have been accepted by then. Ms. */
const connectionTimeoutMs = 3_000;

/** One delivery's connections. More than a worker ever has open at once. */
const socketsMax = 64;

/**
 * How every client that sends to a patient is set up.
 * - `maxAttempts: 1`: neither End User Messaging nor SES has an idempotency token, so the SDK's
 *   own retry after a lost answer could send twice (law 1).
 * - The request is cut off at `timeoutMs`, the bound that an opt-out cannot beat (law 4).
 * - No kept-alive connections: a frozen function wakes with connections that the provider closed
 *   long ago, and a reset on such a one looks like a lost answer although nothing was sent.
 */
export function sendingClient(timeoutMs: number = sendTimeoutMs) {
  const agent = { keepAlive: false, maxSockets: socketsMax };
  return {
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: timeoutMs,
      connectionTimeout: Math.min(connectionTimeoutMs, timeoutMs),
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

/**
 * Cuts off one send as a whole: the client's own timeout ends with the answer's first line, and
 * an answer may still stall after it.
 */
export function cutOff(timeoutMs: number = sendTimeoutMs): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(timeoutMs) };
}
