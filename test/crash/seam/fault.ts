import { Readable } from "node:stream";
import type { Redelivery } from "../case.ts";
import type { Call, Service } from "./call.ts";
import type { SdkResponse } from "./request.ts";

/** What the worker suffers at a call. */
type Suffering =
  /** The connection fails, or breaks. */
  | { readonly is: "thrown"; readonly error: () => Error }
  | { readonly is: "answered"; readonly response: (service: Service) => SdkResponse }
  /** The process ends there; nothing that it had in memory survives. */
  | { readonly is: "killed" }
  /** It only stands there while others go on. */
  | { readonly is: "held" };

export interface Fault {
  /** Whether the service had done what it was asked before it struck. */
  readonly isApplied: boolean;
  /** At the first attempt alone, so that the SDK may heal it; or at all of them. */
  readonly strikes: "once" | "throughout";
  readonly suffering: Suffering;
}

const killed = { strikes: "once", suffering: { is: "killed" } } as const;
const held = { strikes: "once", suffering: { is: "held" } } as const;
const refusedConnection = { is: "thrown", error: connectionRefused } as const;
const throttling = { is: "answered", response: throttled } as const;
const brokenConnection = { is: "thrown", error: connectionReset } as const;
const silence = { is: "thrown", error: timedOut } as const;
const serverError = { is: "answered", response: failed } as const;

/** All that may befall one call, by the name that a case gives it. */
export const faults = {
  /** Nobody listened: it surely was not applied. */
  "refused-once": { isApplied: false, strikes: "once", suffering: refusedConnection },
  refused: { isApplied: false, strikes: "throughout", suffering: refusedConnection },
  throttled: { isApplied: false, strikes: "throughout", suffering: throttling },
  /** Applied, and the socket closed before the answer. */
  "lost-once": { isApplied: true, strikes: "once", suffering: brokenConnection },
  lost: { isApplied: true, strikes: "throughout", suffering: brokenConnection },
  /** Applied, and the answer never came in time. */
  "timed-out": { isApplied: true, strikes: "throughout", suffering: silence },
  /** Applied, and answered with an error of the service. */
  "failed-once": { isApplied: true, strikes: "once", suffering: serverError },
  failed: { isApplied: true, strikes: "throughout", suffering: serverError },
  "killed-before": { isApplied: false, ...killed },
  "killed-after": { isApplied: true, ...killed },
  "held-before": { isApplied: false, ...held },
  "held-after": { isApplied: true, ...held },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultKind = keyof typeof faults;

/** As Node's `net` throws it. */
function connectionRefused(): Error {
  const error = new Error("connect ECONNREFUSED 127.0.0.1:443");
  return Object.assign(error, { code: "ECONNREFUSED", syscall: "connect", errno: -111 });
}

/** As Node's `http` throws it when the other side closes without an answer. */
function connectionReset(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
}

/** As the SDK's own handler throws it when no answer came in time. */
function timedOut(): Error {
  return Object.assign(new Error("Request timed out"), { name: "TimeoutError" });
}

function throttled(service: Service): SdkResponse {
  if (service === "s3") return xml(503, "SlowDown");
  if (service === "dynamodb") return json(400, "ProvisionedThroughputExceededException");
  if (service === "sqs") return json(400, "RequestThrottled");
  if (service === "email") return json(429, "TooManyRequestsException");
  return json(service === "connect" ? 429 : 400, "ThrottlingException");
}

function failed(service: Service): SdkResponse {
  return service === "s3" ? xml(500, "InternalError") : json(500, "InternalServerError");
}

function json(statusCode: number, type: string): SdkResponse {
  const text = JSON.stringify({ __type: type, message: type, Message: type });
  const headers = { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": type };
  return { statusCode, headers, text, body: Readable.from([text]) };
}

function xml(statusCode: number, code: string): SdkResponse {
  const text = `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  const headers = { "content-type": "application/xml" };
  return { statusCode, headers, text, body: Readable.from([text]) };
}

/** Calls that our functions have the SDK make once, because their provider would do them twice. */
const sentOnce: ReadonlySet<string> = new Set([
  "SendTextMessage",
  "SendEmail",
  "StartOutboundVoiceContact",
]);

export interface Circumstances {
  /** How the message comes again. */
  readonly redelivery: Redelivery;
  /** Every client tries again by itself. */
  readonly retriesAll: boolean;
}

/**
 * The faults that differ at this call. Where the SDK tries once, `once` and throughout are the
 * same; what reads cannot be applied; and where nobody else comes meanwhile, nobody is held. What the
 * SDK heals without a trace, and what differs in the error's name alone, differs in nothing by how
 * the message comes again: it is tried where it comes at once. Of a send every fault is tried always.
 */
export function faultsAt(
  { label, isWrite }: Pick<Call, "label" | "isWrite">,
  { redelivery, retriesAll }: Circumstances,
): readonly FaultKind[] {
  const isAtOnce = redelivery === "at-once";
  const isBesideOthers = redelivery === "concurrently";
  const held = isBesideOthers ? (["held-after"] as const) : [];
  const healed = isAtOnce ? (["refused-once"] as const) : [];
  if (!isWrite) return [...healed, "throttled", "killed-before", ...held];
  const deaths = ["killed-before", "killed-after"] as const;
  const standing = isBesideOthers ? (["held-before", "held-after"] as const) : [];
  if (sentOnce.has(label)) {
    const once = retriesAll ? (["refused-once", "lost-once", "failed-once"] as const) : [];
    const lasting = ["refused", "throttled", "lost", "timed-out", "failed"] as const;
    return [...once, ...lasting, ...deaths, ...standing];
  }
  const named = isAtOnce ? (["failed-once", "timed-out", "failed"] as const) : [];
  const kinds = ["refused", "throttled", "lost-once", "lost"] as const;
  return [...healed, ...named, ...kinds, ...deaths, ...standing];
}

/**
 * One fault of each kind of effect, for pairs: those left out do the same to the worker under
 * another name, which depth one has shown.
 */
export function representativesAt({ label, isWrite }: Pick<Call, "label" | "isWrite">) {
  const kinds: readonly FaultKind[] = !isWrite
    ? ["throttled", "killed-before"]
    : sentOnce.has(label)
      ? ["throttled", "lost", "killed-before", "killed-after"]
      : ["refused", "lost-once", "lost", "killed-before", "killed-after"];
  return kinds;
}
