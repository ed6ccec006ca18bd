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
  /** BCP-47 by patient id; whoever is not in it speaks English. */
  readonly languages: Map<string, string>;
  /** Replies and keys pressed that the organization was told of. */
  answers(): number;
  /** The variables by which functions find these servers. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
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
    languages,
    answers,
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
