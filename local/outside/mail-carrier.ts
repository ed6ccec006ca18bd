import * as z from "zod";
import { touchOfTags } from "#contracts/touch-tag";
import type { LocalStackForServers } from "../local-stack.ts";
import type { AcceptedBook } from "./accepted.ts";
import { type LocalRequest, type RunningServer, startServer } from "./http-server.ts";
import type { People } from "./people.ts";

const SendEmail = z.looseObject({
  FromEmailAddress: z.string(),
  Destination: z.looseObject({ ToAddresses: z.array(z.string()).min(1) }),
  Content: z.looseObject({
    Simple: z.looseObject({ Subject: z.looseObject({ Data: z.string() }) }).optional(),
  }),
  EmailTags: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).optional(),
});
type Mail = z.infer<typeof SendEmail>;

const Sent = z.looseObject({ MessageId: z.string() });

const minute = 60_000;

/**
 * Stands before the local SES, which takes every mail and then is silent: passes each request on,
 * and for what was accepted plays the mail world, whose servers report by topic and whose readers
 * write back.
 */
export async function startMailCarrier(
  stack: LocalStackForServers,
  people: People,
  book: AcceptedBook,
): Promise<RunningServer> {
  return startServer(async (request) => {
    const answer = await passOn(stack.endpoints.sesv2, request);
    const isMail = request.method === "POST" && request.path === "/v2/email/outbound-emails";
    if (!isMail || answer.status !== 200) return answer;
    const mail = SendEmail.parse(JSON.parse(request.body));
    const { MessageId: messageId } = Sent.parse(JSON.parse(answer.body));
    const tags = Object.fromEntries((mail.EmailTags ?? []).map((tag) => [tag.Name, [tag.Value]]));
    const key = touchOfTags(tags) ?? "";
    book.add({ key, channel: "email", at: stack.clock.now(), providerId: messageId });
    deliver(stack, people, mail, { key, messageId, tags });
    return answer;
  });
}

async function passOn(base: string, request: LocalRequest) {
  const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
  const response = await fetch(`${base}${request.path}`, {
    method: request.method,
    headers: headers as Record<string, string>,
    ...(request.body === "" ? {} : { body: request.body }),
  });
  const type = response.headers.get("content-type") ?? "application/json";
  return {
    status: response.status,
    headers: { "content-type": type },
    body: await response.text(),
  };
}

interface SentMail {
  readonly key: string;
  readonly messageId: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

function deliver(stack: LocalStackForServers, people: People, mail: Mail, sent: SentMail): void {
  const { clock } = stack;
  const at = clock.now();
  const to = mail.Destination.ToAddresses[0] ?? "";
  const fate = people.fateOfMail(sent.key, to);
  if (fate.end) {
    const end = fate.end;
    clock.schedule(at + minute, `mail-receipt/${sent.key}`, () =>
      stack.publish("email-events", JSON.stringify(eventOf(end, to, sent, clock.now()))),
    );
  }
  for (const reply of fate.replies) {
    clock.schedule(at + reply.afterMs, `mail-reply/${sent.key}`, () =>
      stack.publish("email-inbound", JSON.stringify(inbound(mail, to, reply, clock.now()))),
    );
  }
}

/** Shape: Amazon SES Developer Guide, "Examples of event data". */
function eventOf(end: "Delivery" | "Bounce", to: string, sent: SentMail, at: number): object {
  const timestamp = new Date(at).toISOString();
  return {
    eventType: end,
    mail: {
      timestamp,
      messageId: sent.messageId,
      destination: [to],
      tags: sent.tags,
    },
    ...(end === "Delivery"
      ? { delivery: { timestamp, recipients: [to], smtpResponse: "250 2.6.0 Message received" } }
      : {
          bounce: {
            bounceType: "Permanent",
            bounceSubType: "General",
            bouncedRecipients: [{ emailAddress: to, action: "failed", status: "5.1.1" }],
            timestamp,
          },
        }),
  };
}

/** Shape: Amazon SES Developer Guide, "Contents of notifications for email receiving". */
function inbound(
  mail: Mail,
  from: string,
  reply: { readonly id: string; readonly text: string },
  at: number,
): object {
  const timestamp = new Date(at).toISOString();
  const to = addressIn(mail.FromEmailAddress);
  const subject = `Re: ${mail.Content.Simple?.Subject.Data ?? ""}`;
  const content = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, "", reply.text].join(
    "\r\n",
  );
  const passed = { status: "PASS" };
  return {
    notificationType: "Received",
    mail: {
      timestamp,
      source: from,
      messageId: reply.id,
      destination: [to],
      headersTruncated: false,
      headers: [
        { name: "From", value: from },
        { name: "To", value: to },
        { name: "Subject", value: subject },
      ],
      commonHeaders: { from: [from], to: [to], subject },
    },
    receipt: {
      timestamp,
      recipients: [to],
      spamVerdict: passed,
      virusVerdict: passed,
      spfVerdict: passed,
      dkimVerdict: passed,
      action: { type: "SNS" },
    },
    content,
  };
}

/** `Oak Clinic <care@oak.example>` → `care@oak.example` */
function addressIn(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
