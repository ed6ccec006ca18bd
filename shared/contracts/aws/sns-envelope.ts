import * as z from "zod/mini";
import type { Instant } from "../../domain/time.ts";
import { parseInstant } from "../../domain/time.ts";
import { type Parsed, read, readJson, unreadable } from "../parsed.ts";

/** What an SQS body carried, with the wrapping of SNS, if any, taken off. */
export interface Delivered {
  readonly payload: unknown;
  /** When SNS took it; absent with raw delivery. */
  readonly sentAt?: Instant;
}

/**
 * The two spellings of one envelope: as an SQS body, and as a Lambda's `Sns` record. Only what is
 * used is asked for. Source: Amazon SNS Developer Guide, "HTTP/HTTPS notification JSON format".
 */
const Envelope = z.looseObject({
  Type: z.literal("Notification"),
  Message: z.string(),
  Timestamp: z.exactOptional(z.string()),
});

/**
 * Takes a queue body as SNS delivers it, raw or wrapped, text or object. Never throws.
 * The topic's signature is not checked here: the queue's policy admits the topic alone.
 */
export function unwrapSns(body: unknown, what: string): Parsed<Delivered> {
  const json = readJson(body, what);
  if (!json.ok) return json;
  if (json.value === null || typeof json.value !== "object") {
    return unreadable(`${what}/not-an-object`);
  }
  const envelope = Envelope.safeParse(json.value);
  if (!envelope.success) return read({ payload: json.value });
  const inner = readJson(envelope.data.Message, what);
  if (!inner.ok) return inner;
  const sentAt = envelope.data.Timestamp ? parseInstant(envelope.data.Timestamp) : undefined;
  return read({ payload: inner.value, ...(sentAt === undefined ? {} : { sentAt }) });
}
