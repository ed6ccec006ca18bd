import * as z from "zod/mini";
import type { Receipt } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import type { Instant } from "../../domain/time.ts";
import { type Parsed, read, readContract } from "../parsed.ts";
import { unwrapEventBridge } from "./event-bridge.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** What a carrier reported of one text. */
export interface SmsEvent {
  /** Absent for texts that were not ours. */
  readonly touch?: TouchKey;
  /** Absent for events that are not about a text (voice, media). */
  readonly receipt?: Receipt;
  readonly providerId: string;
  readonly at: Instant;
}

/**
 * Source: AWS End User Messaging SMS User Guide, "Event types for SMS" and its example event;
 * times are epoch milliseconds. Fields that nobody asks for are let through.
 */
const TextEvent = z.looseObject({
  eventType: z.string().check(z.minLength(1)),
  eventTimestamp: z.number(),
  messageId: z.string().check(z.minLength(1)),
  context: z.nullish(z.record(z.string(), z.string())),
});

/**
 * `sent` for every event that proves acceptance: queued and pending ones close a lost answer
 * early, `SUCCESSFUL` is as far as most US carriers report, and `UNKNOWN` comes after 72 hours
 * without any word of the carrier. Only `BLOCKED` speaks of the phone: carriers filter for words
 * (`CARRIER_BLOCKED`, `SPAM`), and `PROTECT_BLOCKED` is the account's own setting, so that neither
 * gives a patient's number up.
 */
const receipts: Readonly<Record<string, Receipt>> = {
  TEXT_QUEUED: { is: "sent" },
  TEXT_PENDING: { is: "sent" },
  TEXT_SENT: { is: "sent" },
  TEXT_SUCCESSFUL: { is: "sent" },
  TEXT_UNKNOWN: { is: "sent" },
  TEXT_DELIVERED: { is: "delivered", by: "device" },
  TEXT_INVALID: { is: "failed", reason: "invalid-address" },
  TEXT_BLOCKED: { is: "failed", reason: "blocked" },
  TEXT_CARRIER_BLOCKED: { is: "failed", reason: "content" },
  TEXT_SPAM: { is: "failed", reason: "content" },
  TEXT_PROTECT_BLOCKED: { is: "failed", reason: "not-configured" },
  TEXT_UNREACHABLE: { is: "failed", reason: "unreachable" },
  TEXT_CARRIER_UNREACHABLE: { is: "failed", reason: "unreachable" },
  TEXT_TTL_EXPIRED: { is: "failed", reason: "expired" },
  TEXT_INVALID_MESSAGE: { is: "failed", reason: "other" },
};

/** `TEXT_…`. A kind that is newer than this table: no receipt rather than a wrong one. */
export function receiptOf(eventType: string): Receipt | undefined {
  return Object.hasOwn(receipts, eventType) ? receipts[eventType] : undefined;
}

/** Reads an SQS body of the event destination, raw, in SNS, or by EventBridge. Never throws. */
export function parseSmsEvent(body: unknown): Parsed<SmsEvent> {
  const delivered = unwrapSns(body, "sms-event");
  if (!delivered.ok) return delivered;
  const payload = unwrapEventBridge(delivered.value.payload)?.detail ?? delivered.value.payload;
  const parsed = readContract(TextEvent, payload, "sms-event");
  if (!parsed.ok) return parsed;
  const event = parsed.value;
  const receipt = receiptOf(event.eventType);
  const touch = event.context?.["touch"];
  return read({
    providerId: event.messageId,
    at: event.eventTimestamp,
    ...(touch ? { touch } : {}),
    ...(receipt ? { receipt } : {}),
  });
}
