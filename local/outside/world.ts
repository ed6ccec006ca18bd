import * as z from "zod";
import type { Concepts } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { TouchKey } from "#domain/record/touch";
import type { LocalStackForServers } from "../local-stack.ts";
import { AcceptedBook } from "./accepted.ts";
import { startContactCenter } from "./contact-center.ts";
import { createHealthRecords } from "./health-records.ts";
import { startMailCarrier } from "./mail-carrier.ts";
import { People } from "./people.ts";
import type { Phone, Phones } from "./phones.ts";
import { startSmsCarrier } from "./sms-carrier.ts";

export interface WorldOptions {
  readonly seed: number;
  readonly campaigns: readonly Campaign[];
  readonly concepts: Concepts;
}

/** Everybody outside the organization: carriers, the contact center, the mail world, people. */
export interface World {
  readonly book: AcceptedBook;
  /** Tasks that agents were given, by task id, with how often each was raised. */
  readonly tasks: ReadonlyMap<string, number>;
  /** Where one click stops a mail, by its touch. */
  readonly mailLinks: ReadonlyMap<TouchKey, string>;
  /** The page on which a message can be answered, where it leads to one, by its touch. */
  readonly pageLinks: () => ReadonlyMap<TouchKey, string>;
  /** The phones that texts arrived on. */
  readonly phones: Phones;
  /** Whoever holds the phone writes back by the carrier, and plays its patients from now on. */
  answer(phone: Phone, text: string): Promise<void>;
  /** BCP-47 by patient id; whoever is not in it speaks English. */
  readonly languages: Map<string, string>;
  /** Replies and keys pressed that the organization was told of. */
  answers(): number;
  /** What came of it all so far. */
  came(): Came;
  /** The variables by which functions find these servers. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Messages and calls, by channel. */
export interface Sends {
  readonly sms: number;
  readonly email: number;
  readonly voice: number;
}

/** What somebody could notice, counted since the world began. */
export interface Came extends Sends {
  readonly answers: number;
  readonly tasks: number;
}

export async function startWorld(
  up: LocalStackForServers,
  { seed, campaigns, concepts }: WorldOptions,
): Promise<World> {
  const { stack, answers } = listening(up);
  const book = new AcceptedBook();
  const languages = new Map<string, string>();
  const records = createHealthRecords(stack, campaigns, concepts);
  const people = new People({
    seed,
    campaigns,
    languageOf: (patient) => languages.get(patient) ?? "en",
    onDone: records.done,
  });
  const [sms, calls, mail] = await Promise.all([
    startSmsCarrier(stack, people, book),
    startContactCenter(stack, people, book),
    startMailCarrier(stack, people, book),
  ]);
  return {
    book,
    tasks: calls.tasks,
    mailLinks: mail.links,
    pageLinks: () => new Map([...sms.pages, ...mail.pages]),
    phones: sms.phones,
    answer: sms.answer,
    languages,
    answers,
    came: () => ({ ...sendsIn(book), answers: answers(), tasks: calls.tasks.size }),
    variables: {
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: sms.url,
      AWS_ENDPOINT_URL_CONNECT: calls.url,
      AWS_ENDPOINT_URL_SESV2: mail.url,
    },
    close: async () => {
      await Promise.all([sms.close(), calls.close(), mail.close()]);
    },
  };
}

/** What the providers took on, by channel. */
function sendsIn(book: AcceptedBook): Sends {
  const sends = { sms: 0, email: 0, voice: 0 };
  for (const { channel } of book.all()) sends[channel] += 1;
  return sends;
}

/** The same stack, with an ear for what patients answer. */
function listening(stack: LocalStackForServers): {
  readonly stack: LocalStackForServers;
  readonly answers: () => number;
} {
  let heard = 0;
  const ear: LocalStackForServers = {
    clock: stack.clock,
    endpoints: stack.endpoints,
    invoke: (functionId, event) => {
      if (isKey(event)) heard += 1;
      return stack.invoke(functionId, event);
    },
    publish: (topic, message, attributes) => {
      if (topic.endsWith("-inbound")) heard += 1;
      return stack.publish(topic, message, attributes);
    },
    putEvent: (event) => stack.putEvent(event),
    queueUrl: (name) => stack.queueUrl(name),
    tableName: (name) => stack.tableName(name),
    bucketName: (name) => stack.bucketName(name),
  };
  return { stack: ear, answers: () => heard };
}

const Key = z.looseObject({
  Details: z.looseObject({ Parameters: z.looseObject({ digit: z.string().regex(/^\d$/) }) }),
});

function isKey(event: unknown): boolean {
  return Key.safeParse(event).success;
}
