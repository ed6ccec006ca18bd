import * as z from "zod/mini";
import type { Receipt } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import { type Parsed, read, readContract } from "../parsed.ts";
import { unwrapEventBridge } from "./event-bridge.ts";
import { receiptOf } from "./sms-event.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** What Pinpoint reported of one text. */
export interface PinpointEvent {
  /** Absent for texts that were not ours. */
  readonly touch?: TouchKey;
  /** Absent where the event says nothing of the text's end. */
  readonly receipt?: Receipt;
  readonly providerId: string;
  /** The patient answered with the word that opts out. */
  readonly isOptOut: boolean;
  /** Our number that it went from, and the patient's. PHI; for who opted out of no touch. */
  readonly from?: string;
  readonly addresses: readonly string[];
}

/**
 * Source: Amazon Pinpoint Developer Guide, "SMS event data stream"; what was given as context of
 * the address stands among the attributes (API Reference, `AddressConfiguration`). Fields that
 * nobody asks for are let through.
 */
const SmsStreamEvent = z.looseObject({
  event_type: z.string().check(z.regex(/^_SMS\./, "an event about a text")),
  event_timestamp: z.number(),
  attributes: z.looseObject({
    message_id: z.string().check(z.minLength(1)),
    record_status: z.nullish(z.string()),
    origination_phone_number: z.nullish(z.string()),
    destination_phone_number: z.nullish(z.string()),
    touch: z.nullish(z.string().check(z.minLength(1))),
  }),
});

/**
 * Reads one event of a Pinpoint application's event stream, as somebody puts it on our queue: raw,
 * in SNS, or by EventBridge. Never throws.
 */
export function parsePinpointEvent(body: unknown): Parsed<PinpointEvent> {
  const delivered = unwrapSns(body, "pinpoint-event");
  if (!delivered.ok) return delivered;
  const payload = unwrapEventBridge(delivered.value.payload)?.detail ?? delivered.value.payload;
  const parsed = readContract(SmsStreamEvent, payload, "pinpoint-event");
  if (!parsed.ok) return parsed;
  const { event_type: kind, attributes } = parsed.value;
  const receipt = receiptIn(kind, attributes.record_status ?? "");
  const { touch, origination_phone_number: from, destination_phone_number: to } = attributes;
  return read({
    providerId: attributes.message_id,
    isOptOut: kind === "_SMS.OPTOUT",
    addresses: to ? [to] : [],
    ...(touch ? { touch } : {}),
    ...(from ? { from } : {}),
    ...(receipt ? { receipt } : {}),
  });
}

/**
 * `record_status` has the names that End User Messaging's events have behind `TEXT_`. A kind or a
 * status that is newer than this table: no receipt rather than a wrong one.
 */
function receiptIn(kind: string, status: string): Receipt | undefined {
  switch (kind) {
    case "_SMS.SEND":
    case "_SMS.BUFFERED":
      return { is: "sent" };
    case "_SMS.SUCCESS":
      return receiptOf(`TEXT_${status}`) ?? { is: "sent" };
    case "_SMS.FAILURE":
      return receiptOf(`TEXT_${status}`) ?? { is: "failed", reason: "other" };
    default:
      return undefined;
  }
}
