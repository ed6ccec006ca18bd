import { randomUUID } from "node:crypto";
import * as z from "zod";
import { digest } from "#domain/record/digest";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import type { LocalStackForServers } from "../local-stack.ts";
import type { AcceptedBook } from "./accepted.ts";
import { type LocalAnswer, lostAnswer, type RunningServer, startServer } from "./http-server.ts";
import { type OptedOutNumber, OptedOutNumbers } from "./opted-out-numbers.ts";
import { pageLinkIn } from "./page-link.ts";
import type { People } from "./people.ts";
import { type Phone, Phones } from "./phones.ts";
import { bring, deliver, SendTextMessage, type Sms } from "./sms-delivery.ts";

const target = "PinpointSMSVoiceV2.";

/** The part of the calls about the opt-out list that is read here. */
const ListedNumber = z.looseObject({
  OptOutListName: z.string().min(1),
  OptedOutNumber: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
const Listing = z.looseObject({
  OptOutListName: z.string().min(1),
  OptedOutNumbers: z.array(z.string()).optional(),
});

export interface SmsCarrier extends RunningServer {
  /** Of the texts that were taken, the page on which each can be answered. */
  readonly pages: ReadonlyMap<TouchKey, string>;
  /** The phones that texts arrived on. */
  readonly phones: Phones;
  /** Whoever holds the phone writes back, and plays its patients from now on. */
  answer(phone: Phone, text: string): Promise<void>;
}

/**
 * AWS End User Messaging as far as we need it, and the carrier behind it: JSON 1.0 over HTTP,
 * message ids, receipts by topic, phones whose owners answer, and an opt-out list. Like the real
 * one it does not know a message it took before: whoever asks twice sends twice.
 */
export async function startSmsCarrier(
  stack: LocalStackForServers,
  people: People,
  book: AcceptedBook,
): Promise<SmsCarrier> {
  const { clock } = stack;
  const pages = new Map<TouchKey, string>();
  const phones = new Phones();
  const listed = new OptedOutNumbers((number) => people.isOptedOutAtCarrier(number), clock.now());
  const attempts = new Map<string, number>();
  const send = (sms: Sms): LocalAnswer | typeof lostAnswer => {
    const key = sms.Context?.["touch"] ?? "";
    if (listed.get(sms.DestinationPhoneNumber)) {
      return refuse("ConflictException", { Reason: "DESTINATION_PHONE_NUMBER_OPTED_OUT" });
    }
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const service = people.serviceFor(key, attempt);
    if (service === "throttled") return refuse("ThrottlingException");
    const messageId = `sms-${digest(`${key}/${attempt}`)}`;
    book.add({ key, channel: "sms", at: clock.now(), providerId: messageId });
    const page = pageLinkIn(sms.MessageBody);
    if (page !== undefined) pages.set(key, page);
    deliver({ stack, people, phones }, sms, { key, messageId });
    return service === "answer-lost" ? lostAnswer : answer({ MessageId: messageId });
  };
  const server = await startServer(async ({ headers, body }) => {
    const action = String(headers["x-amz-target"] ?? "").slice(target.length);
    const input: unknown = JSON.parse(body);
    switch (action) {
      case "SendTextMessage":
        return reading(SendTextMessage, input, send);
      case "PutOptedOutNumber":
        return reading(ListedNumber, input, ({ OptOutListName, OptedOutNumber }) =>
          answer({ OptOutListName, ...entry(listed.add(OptedOutNumber, clock.now())) }),
        );
      case "DeleteOptedOutNumber":
        return reading(ListedNumber, input, (asked) => takeOff(listed, asked, clock.now()));
      case "DescribeOptedOutNumbers":
        return reading(Listing, input, (asked) => describe(listed, asked));
      default:
        return refuse("UnknownOperationException");
    }
  });
  const write = async (phone: Phone, text: string) => {
    for (const patient of phone.patients) people.leaveToPlayer(patient);
    phones.write(phone.number, { at: clock.now(), text });
    await bring(stack, { from: phone.number, to: phone.line, text, id: `in-${randomUUID()}` });
  };
  return { ...server, pages, phones, answer: write };
}

function reading<Input>(
  shape: z.ZodType<Input>,
  input: unknown,
  act: (input: Input) => LocalAnswer | typeof lostAnswer,
): LocalAnswer | typeof lostAnswer {
  const parsed = shape.safeParse(input);
  return parsed.success
    ? act(parsed.data)
    : refuse("ValidationException", { Reason: "INVALID_PARAMETER" });
}

function takeOff(
  listed: OptedOutNumbers,
  { OptOutListName, OptedOutNumber }: z.infer<typeof ListedNumber>,
  at: Instant,
): LocalAnswer {
  switch (listed.remove(OptedOutNumber, at)) {
    case "removed":
      return answer({ OptOutListName, OptedOutNumber });
    case "not-listed":
      return notListed(OptedOutNumber);
    case "too-soon":
      return refuse("ValidationException", { Reason: "PHONE_NUMBER_CANNOT_BE_OPTED_IN" });
  }
}

function describe(
  listed: OptedOutNumbers,
  { OptOutListName, OptedOutNumbers: asked }: z.infer<typeof Listing>,
): LocalAnswer {
  const missing = asked?.find((number) => !listed.get(number));
  if (missing !== undefined) return notListed(missing);
  const found = asked?.flatMap((number) => listed.get(number) ?? []) ?? listed.all();
  return answer({ OptOutListName, OptedOutNumbers: found.map(entry) });
}

function entry({ number, at }: OptedOutNumber): object {
  return { OptedOutNumber: number, OptedOutTimestamp: at / 1_000, EndUserOptedOut: false };
}

function notListed(number: string): LocalAnswer {
  return refuse("ResourceNotFoundException", {
    ResourceType: "opted-out-number",
    ResourceId: number,
  });
}

function answer(body: object): LocalAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function refuse(type: string, details: object = {}): LocalAnswer {
  return {
    status: 400,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ __type: type, Message: type, ...details }),
  };
}
