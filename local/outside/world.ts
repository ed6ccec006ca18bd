import type { Concepts } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
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
  /** BCP-47 by patient id; whoever is not in it speaks English. */
  readonly languages: Map<string, string>;
  /** The variables by which functions find these servers. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startWorld(
  stack: LocalStackForServers,
  { seed, campaigns, concepts }: WorldOptions,
): Promise<World> {
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
    languages,
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
