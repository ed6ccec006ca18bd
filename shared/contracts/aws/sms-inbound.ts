import * as z from "zod/mini";
import type { Instant } from "../../domain/time.ts";
import { type Parsed, read, readContract } from "../parsed.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** One text that a patient sent. PHI. */
export interface InboundSms {
  /** The provider's id: the same one never counts twice. */
  readonly reply: string;
  readonly from: string;
  /** Our number. */
  readonly to: string;
  /** Empty when the patient sent nothing that can be read, such as a picture. */
  readonly text: string;
  /** When SNS took it; the payload itself carries no time. */
  readonly at?: Instant;
  /** The provider's id of the text that it answers, where the provider knows. */
  readonly answersProviderId?: string;
}

/**
 * Source: AWS End User Messaging SMS User Guide, "Two-way SMS payload". Order is not guaranteed
 * there, and `previousPublishedMessageId` is not always present.
 */
const TwoWaySms = z.looseObject({
  originationNumber: z.string().check(z.minLength(3)),
  destinationNumber: z.string().check(z.minLength(3)),
  messageBody: z.nullish(z.string()),
  inboundMessageId: z.string().check(z.minLength(1)),
  previousPublishedMessageId: z.nullish(z.string()),
});

/** Reads an SQS body of the inbound topic, raw or in the SNS envelope. Never throws. */
export function parseSmsInbound(body: unknown): Parsed<InboundSms> {
  const delivered = unwrapSns(body, "sms-inbound");
  if (!delivered.ok) return delivered;
  const parsed = readContract(TwoWaySms, delivered.value.payload, "sms-inbound");
  if (!parsed.ok) return parsed;
  const sms = parsed.value;
  const { sentAt } = delivered.value;
  return read({
    reply: sms.inboundMessageId,
    from: sms.originationNumber,
    to: sms.destinationNumber,
    text: sms.messageBody ?? "",
    ...(sentAt === undefined ? {} : { at: sentAt }),
    ...(sms.previousPublishedMessageId
      ? { answersProviderId: sms.previousPublishedMessageId }
      : {}),
  });
}
