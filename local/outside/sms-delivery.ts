import * as z from "zod";
import { segments } from "#domain/message/segments";
import { parseTouchKey } from "#domain/record/touch";
import type { LocalStackForServers } from "../local-stack.ts";
import type { People } from "./people.ts";
import type { Phones } from "./phones.ts";

const minute = 60_000;

/** The part of `SendTextMessage` that is read here; the rest is let through. */
export const SendTextMessage = z.looseObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/),
  OriginationIdentity: z.string().min(1),
  MessageBody: z.string().min(1).max(1_600),
  TimeToLive: z.number().int().min(5).max(259_200).optional(),
  Context: z.record(z.string(), z.string()).optional(),
});
export type Sms = z.infer<typeof SendTextMessage>;

/** Where a text goes, and who is there. */
export interface Around {
  readonly stack: LocalStackForServers;
  readonly people: People;
  readonly phones: Phones;
}

/**
 * What becomes of a text that was taken: it arrives on its phone or it does not, its receipts come
 * by topic, and whoever has the phone may write back.
 */
export function deliver(
  { stack, people, phones }: Around,
  sms: Sms,
  sent: { readonly key: string; readonly messageId: string },
): void {
  const { clock } = stack;
  const at = clock.now();
  const { DestinationPhoneNumber: to, OriginationIdentity: line, MessageBody: text } = sms;
  const fate = people.fateOfText(sent.key, to);
  const patient = parseTouchKey(sent.key)?.patient;
  // A text of which no receipt ever comes arrives all the same.
  const isLost = fate.end === "TEXT_INVALID" || fate.end === "TEXT_UNREACHABLE";
  if (!isLost) phones.receive(to, { at, line, text, patient });
  const event = (type: string, after: number) =>
    clock.schedule(at + after, `sms-receipt/${sent.key}/${type}`, () =>
      stack.publish("sms-events", JSON.stringify(eventOf(sms, sent, type, clock.now()))),
    );
  event("TEXT_SUCCESSFUL", minute);
  if (fate.end) event(fate.end, 2 * minute);
  for (const reply of fate.replies) {
    const label = `sms-reply/${sent.key}/${reply.id}`;
    clock.schedule(at + reply.afterMs, label, () => {
      if (people.isPlayed(patient)) return;
      phones.write(to, { at: clock.now(), text: reply.text });
      return bring(stack, {
        ...{ from: to, to: line, text: reply.text },
        ...{ id: reply.id, answers: sent.messageId },
      });
    });
  }
}

/** A text on its way to the clinic. */
export interface Written {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly id: string;
  /** The provider's id of the text that it answers, where the provider knows. */
  readonly answers?: string;
}

/** Shape: AWS End User Messaging SMS User Guide, "Two-way SMS payload". */
export function bring(stack: LocalStackForServers, { from, to, text, id, answers }: Written) {
  return stack.publish(
    "sms-inbound",
    JSON.stringify({
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: "KEYWORD",
      messageBody: text,
      inboundMessageId: id,
      ...(answers === undefined ? {} : { previousPublishedMessageId: answers }),
    }),
  );
}

/** Shape: AWS End User Messaging SMS User Guide, "Example event data". */
function eventOf(
  sms: Sms,
  sent: { readonly messageId: string },
  eventType: string,
  at: number,
): object {
  return {
    eventType,
    eventVersion: "1.0",
    eventTimestamp: at,
    isFinal: eventType !== "TEXT_SUCCESSFUL",
    originationPhoneNumber: sms.OriginationIdentity,
    destinationPhoneNumber: sms.DestinationPhoneNumber,
    messageId: sent.messageId,
    messageRequestTimestamp: at,
    messageEncoding: segments(sms.MessageBody).encoding === "GSM-7" ? "GSM" : "UCS-2",
    messageType: "TRANSACTIONAL",
    messageStatus: eventType.slice("TEXT_".length),
    context: sms.Context ?? {},
    totalMessageParts: segments(sms.MessageBody).segments,
    totalMessagePrice: 0,
    totalCarrierFee: 0,
  };
}
