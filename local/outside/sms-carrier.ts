import * as z from "zod";
import { segments } from "#domain/message/segments";
import { digest } from "#domain/record/digest";
import type { LocalStackForServers } from "../local-stack.ts";
import type { AcceptedBook } from "./accepted.ts";
import { type LocalAnswer, lostAnswer, type RunningServer, startServer } from "./http-server.ts";
import type { People } from "./people.ts";

const target = "PinpointSMSVoiceV2.";

/** The part of `SendTextMessage` that is read here; the rest is let through. */
const SendTextMessage = z.looseObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/),
  OriginationIdentity: z.string().min(1),
  MessageBody: z.string().min(1).max(1_600),
  TimeToLive: z.number().int().min(5).max(259_200).optional(),
  Context: z.record(z.string(), z.string()).optional(),
});
type Sms = z.infer<typeof SendTextMessage>;

const minute = 60_000;

/**
 * AWS End User Messaging as far as a send needs it, and the carrier behind it: JSON 1.0 over
 * HTTP, message ids, receipts by topic, and phones whose owners answer. Like the real one it does
 * not know a message it took before: whoever asks twice sends twice.
 */
export async function startSmsCarrier(
  stack: LocalStackForServers,
  people: People,
  book: AcceptedBook,
): Promise<RunningServer> {
  const attempts = new Map<string, number>();
  return startServer(async ({ headers, body }) => {
    const action = String(headers["x-amz-target"] ?? "");
    if (action !== `${target}SendTextMessage`) return refuse("UnknownOperationException");
    const parsed = SendTextMessage.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse("ValidationException", "INVALID_PARAMETER");
    const key = parsed.data.Context?.["touch"] ?? "";
    if (people.isOptedOutAtCarrier(parsed.data.DestinationPhoneNumber)) {
      return refuse("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT");
    }
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const service = people.serviceFor(key, attempt);
    if (service === "throttled") return refuse("ThrottlingException");
    const messageId = `sms-${digest(`${key}/${attempt}`)}`;
    book.add({ key, channel: "sms", at: stack.clock.now(), providerId: messageId });
    deliver(stack, people, parsed.data, { key, messageId });
    if (service === "answer-lost") return lostAnswer;
    return { status: 200, body: JSON.stringify({ MessageId: messageId }) };
  });
}

function refuse(type: string, reason?: string): LocalAnswer {
  return {
    status: 400,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ __type: type, Message: type, ...(reason ? { Reason: reason } : {}) }),
  };
}

function deliver(
  stack: LocalStackForServers,
  people: People,
  sms: Sms,
  sent: { readonly key: string; readonly messageId: string },
): void {
  const { clock } = stack;
  const at = clock.now();
  const fate = people.fateOfText(sent.key, sms.DestinationPhoneNumber);
  const event = (type: string, after: number) =>
    clock.schedule(at + after, `sms-receipt/${sent.key}/${type}`, () =>
      stack.publish("sms-events", JSON.stringify(eventOf(sms, sent, type, clock.now()))),
    );
  event("TEXT_SUCCESSFUL", minute);
  if (fate.end) event(fate.end, 2 * minute);
  for (const reply of fate.replies) {
    const label = `sms-reply/${sent.key}/${reply.id}`;
    clock.schedule(at + reply.afterMs, label, () =>
      stack.publish(
        "sms-inbound",
        JSON.stringify({
          originationNumber: sms.DestinationPhoneNumber,
          destinationNumber: sms.OriginationIdentity,
          messageKeyword: "KEYWORD",
          messageBody: reply.text,
          inboundMessageId: reply.id,
          previousPublishedMessageId: sent.messageId,
        }),
      ),
    );
  }
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
