import { touchOfTags } from "#contracts/touch-tag";
import type { Channel } from "#domain/patient/contact-point";
import type { Instant } from "#domain/time";
import { type LocalAnswer, type LocalRequest, startServer } from "#local/outside/http-server";
import { clock } from "./clock.ts";

/** Something that a provider took on. */
export interface Acceptance {
  readonly key: string;
  readonly channel: Channel;
  readonly at: Instant;
  readonly to: string;
  readonly providerId: string;
}

/** A task that agents were given, each time that they were. */
export interface ShownTask {
  readonly task: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Instant;
}

/** What the providers' own books show of one case. */
export class Books {
  readonly accepted: Acceptance[] = [];
  readonly shown: ShownTask[] = [];
  /** Numbers on the carrier's opt-out list. */
  readonly optedOut = new Set<string>();
  /** Connect knows a request again by its token, for calls and tasks alike. */
  readonly contacts = new Map<string, string>();
}

export interface Provider {
  readonly url: string;
  /** Of the case that runs now. */
  books(): Books;
  /** Empty ones, for the next case. */
  open(): Books;
  close(): Promise<void>;
}

/**
 * End User Messaging, SES and Connect as far as a function calls them, in their own protocols. It
 * takes everything, as often as it is asked, and counts: that is the whole point of it. Connect
 * answers a repeated token with the same contact, and yet each request is counted.
 */
export async function startProvider(): Promise<Provider> {
  let books = new Books();
  const server = await startServer(async (request) => answer(books, request));
  return {
    url: server.url,
    books: () => books,
    open: () => {
      books = new Books();
      return books;
    },
    close: () => server.close(),
  };
}

interface Asked {
  readonly Context?: { readonly touch?: string };
  readonly DestinationPhoneNumber?: string;
  readonly OptedOutNumber?: string;
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
  readonly Destination?: { readonly ToAddresses: readonly string[] };
  readonly ClientToken?: string;
  readonly Attributes?: Readonly<Record<string, string>>;
}

function answer(books: Books, { path, headers, body }: LocalRequest): LocalAnswer {
  const asked = JSON.parse(body || "{}") as Asked;
  const operation = String(headers["x-amz-target"] ?? "").split(".")[1] ?? "";
  if (operation === "PutOptedOutNumber") return listed(books, asked);
  if (operation === "DeleteOptedOutNumber") return unlisted(books, asked);
  const to = asked.DestinationPhoneNumber ?? asked.Destination?.ToAddresses[0] ?? "";
  if (operation === "SendTextMessage") {
    const providerId = accept(books, "sms", asked.Context?.touch, to);
    return ok({ MessageId: providerId });
  }
  if (path === "/v2/email/outbound-emails") {
    const tags = Object.fromEntries((asked.EmailTags ?? []).map((tag) => [tag.Name, [tag.Value]]));
    return ok({ MessageId: accept(books, "email", touchOfTags(tags), to) });
  }
  if (path === "/contact/outbound-voice") return ok({ ContactId: called(books, asked, to) });
  if (path === "/contact/task") return ok({ ContactId: shown(books, asked) });
  throw new Error(`nobody answers ${operation || path}`);
}

function accept(books: Books, channel: Channel, key = "", to = "", known?: string): string {
  const providerId = known ?? `${channel}-${books.accepted.length + 1}`;
  books.accepted.push({ key, channel, at: clock.now(), to, providerId });
  return providerId;
}

function called(books: Books, asked: Asked, to: string): string {
  const token = asked.ClientToken ?? "";
  const contact = accept(
    books,
    "voice",
    asked.Attributes?.["touch"],
    to,
    books.contacts.get(token),
  );
  books.contacts.set(token, contact);
  return contact;
}

function shown(books: Books, { ClientToken = "", Attributes = {} }: Asked): string {
  const contact = books.contacts.get(ClientToken) ?? `task-${books.contacts.size + 1}`;
  books.contacts.set(ClientToken, contact);
  books.shown.push({ task: Attributes["task"] ?? "", attributes: Attributes, at: clock.now() });
  return contact;
}

function listed({ optedOut }: Books, { OptedOutNumber = "" }: Asked): LocalAnswer {
  optedOut.add(OptedOutNumber);
  return ok({ OptedOutNumber });
}

function unlisted({ optedOut }: Books, { OptedOutNumber = "" }: Asked): LocalAnswer {
  if (optedOut.delete(OptedOutNumber)) return ok({ OptedOutNumber });
  const type = "ResourceNotFoundException";
  return {
    status: 400,
    headers: { "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, Message: type, ResourceType: "opted-out-number" }),
  };
}

function ok(body: object): LocalAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
