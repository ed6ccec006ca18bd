import * as z from "zod";
import { touchOfTags } from "#contracts/touch-tag";
import { parseTouchKey, type TouchKey } from "#domain/record/touch";
import type { LocalStackForServers } from "../local-stack.ts";
import type { AcceptedBook } from "./accepted.ts";
import { type LocalRequest, type RunningServer, startServer } from "./http-server.ts";
import { pageLinkIn } from "./page-link.ts";
import type { People } from "./people.ts";

const SendEmail = z.looseObject({
  FromEmailAddress: z.string(),
  Destination: z.looseObject({ ToAddresses: z.array(z.string()).min(1) }),
  Content: z.looseObject({
    Simple: z
      .looseObject({
        Subject: z.looseObject({ Data: z.string() }),
        Body: z.looseObject({ Text: z.looseObject({ Data: z.string() }) }),
        Headers: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).optional(),
      })
      .optional(),
  }),
  EmailTags: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).optional(),
});
type Mail = z.infer<typeof SendEmail>;

const Sent = z.looseObject({ MessageId: z.string() });

const minute = 60_000;

export interface MailCarrier extends RunningServer {
  /** Of the mails that were taken, the address by which one click stops them. */
  readonly links: ReadonlyMap<TouchKey, string>;
  /** The page on which each can be answered. */
  readonly pages: ReadonlyMap<TouchKey, string>;
}

/**
 * Stands before the local SES, which takes every mail and then is silent: passes each request on,
 * and for what was accepted plays the mail world, whose servers report by topic and whose readers
 * write back, or press the button that their mail program makes of a one-click address.
 */
export async function startMailCarrier(
  stack: LocalStackForServers,
  people: People,
  book: AcceptedBook,
): Promise<MailCarrier> {
  const links = new Map<TouchKey, string>();
  const pages = new Map<TouchKey, string>();
  const server = await startServer(async (request) => {
    const answer = await passOn(stack.endpoints.sesv2, request);
    const isMail = request.method === "POST" && request.path === "/v2/email/outbound-emails";
    if (!isMail || answer.status !== 200) return answer;
    const mail = SendEmail.parse(JSON.parse(request.body));
    const { MessageId: messageId } = Sent.parse(JSON.parse(answer.body));
    const tags = Object.fromEntries((mail.EmailTags ?? []).map((tag) => [tag.Name, [tag.Value]]));
    const key = touchOfTags(tags) ?? "";
    book.add({ key, channel: "email", at: stack.clock.now(), providerId: messageId });
    const link = oneClickLink(mail);
    if (link !== undefined) links.set(key, link);
    const page = pageLinkIn(mail.Content.Simple?.Body.Text.Data ?? "");
    if (page !== undefined) pages.set(key, page);
    deliver(stack, people, mail, { key, link, page, messageId, tags });
    return answer;
  });
  return { ...server, links, pages };
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

/** What a mail program posts when its button is pressed, and nothing more (RFC 8058, section 3.2). */
async function unsubscribe(link: string): Promise<void> {
  await fetch(link, {
    method: "POST",
    redirect: "error",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
}

/** The address of one-click, where the mail offers it (RFC 2369, RFC 8058). */
function oneClickLink({ Content }: Mail): string | undefined {
  const headers = Content.Simple?.Headers ?? [];
  const value = (name: string) => headers.find(({ Name }) => Name === name)?.Value ?? "";
  if (value("List-Unsubscribe-Post") !== "List-Unsubscribe=One-Click") return undefined;
  return /<(https?:[^>]+)>/.exec(value("List-Unsubscribe"))?.[1];
}

interface SentMail {
  readonly key: string;
  readonly link: string | undefined;
  readonly page: string | undefined;
  readonly messageId: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

function deliver(stack: LocalStackForServers, people: People, mail: Mail, sent: SentMail): void {
  const { clock } = stack;
  const at = clock.now();
  const to = mail.Destination.ToAddresses[0] ?? "";
  const fate = people.fateOfMail(sent.key, to);
  const isPlayed = () => people.isPlayed(parseTouchKey(sent.key)?.patient);
  if (fate.end) {
    const end = fate.end;
    clock.schedule(at + minute, `mail-receipt/${sent.key}`, () =>
      stack.publish("email-events", JSON.stringify(eventOf(end, to, sent, clock.now()))),
    );
  }
  const { link, page } = sent;
  if (fate.isScanned) {
    clock.schedule(at + minute, `mail-scan/${sent.key}`, async () => {
      for (const each of [link, page]) if (each !== undefined) await fetch(each);
    });
  }
  if (link !== undefined && fate.unsubscribesAfterMs !== undefined) {
    clock.schedule(at + fate.unsubscribesAfterMs, `mail-unsubscribe/${sent.key}`, () =>
      isPlayed() ? undefined : unsubscribe(link),
    );
  }
  for (const reply of fate.replies) {
    clock.schedule(at + reply.afterMs, `mail-reply/${sent.key}`, () =>
      isPlayed()
        ? undefined
        : stack.publish("email-inbound", JSON.stringify(inbound(mail, to, reply, clock.now()))),
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
