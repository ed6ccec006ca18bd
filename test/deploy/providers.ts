import {
  DescribeOptedOutNumbersCommand,
  PinpointSMSVoiceV2Client,
  ResourceNotFoundException,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FunctionName } from "#infra/function-names";
import type { LocalClock } from "#local/clock";
import type { LocalStackForServers } from "#local/local-stack";
import { AcceptedBook } from "#local/outside/accepted";
import { startContactCenter } from "#local/outside/contact-center";
import { type FateOfTask, type FateOfText, People } from "#local/outside/people";
import { startSmsCarrier } from "#local/outside/sms-carrier";
import type { DeployedRegion } from "./deployed-region.ts";

/** The services that the emulator does not know, played by the servers of `local/outside`. */
export interface Providers {
  /** What the carrier took on, in its own books. */
  readonly book: AcceptedBook;
  /** Tasks before agents, by task id, with how often each was raised. */
  readonly tasks: ReadonlyMap<string, number>;
  /** The carrier's address, to ask for its opt-out list. */
  readonly carrier: string;
  /** The variables by which functions find them. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts a carrier and a contact center for one deployment. Every text arrives and nobody answers
 * by chance: what patients say is up to the tests.
 * @param region asked for when a receipt is due, so it may be deployed after this.
 */
export async function startProviders(region: () => DeployedRegion): Promise<Providers> {
  const stack = seenBy(region);
  const people = new SilentPeople({
    seed: 1,
    campaigns: [],
    languageOf: () => "en",
    onDone: () => undefined,
  });
  const book = new AcceptedBook();
  const [sms, calls] = await Promise.all([
    startSmsCarrier(stack, people, book),
    startContactCenter(stack, people, book),
  ]);
  return {
    book,
    tasks: calls.tasks,
    carrier: sms.url,
    variables: {
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: sms.url,
      AWS_ENDPOINT_URL_CONNECT: calls.url,
    },
    close: async () => {
      await Promise.all([sms.close(), calls.close()]);
    },
  };
}

/** Whether the number stands on the carrier's opt-out list. */
export async function isListed({ carrier }: Providers, phone: string): Promise<boolean> {
  const client = new PinpointSMSVoiceV2Client({
    endpoint: carrier,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "none" },
  });
  try {
    const asked = { OptOutListName: "any", OptedOutNumbers: [phone] };
    const { OptedOutNumbers } = await client.send(new DescribeOptedOutNumbersCommand(asked));
    return OptedOutNumbers?.some(({ OptedOutNumber }) => OptedOutNumber === phone) === true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  } finally {
    client.destroy();
  }
}

/** Nobody loses a text, answers it or works on a task of their own accord. */
class SilentPeople extends People {
  override isOptedOutAtCarrier(): boolean {
    return false;
  }

  override serviceFor(): "ready" {
    return "ready";
  }

  override fateOfText(): FateOfText {
    return { end: "TEXT_DELIVERED", replies: [] };
  }

  override fateOfTask(): FateOfTask | undefined {
    return undefined;
  }
}

/** A minute of the carrier's passes in a second: receipts are no matter of patience here. */
const hurry = 60;

const hurriedClock: LocalClock = {
  now: () => Date.now(),
  isVirtual: false,
  schedule: (at, _, run) => {
    setTimeout(() => void run(), Math.max(0, at - Date.now()) / hurry).unref();
  },
};

/** The deployment as the local stack's servers see a stack. */
function seenBy(region: () => DeployedRegion): LocalStackForServers {
  const endpoint = "http://127.0.0.1:9";
  return {
    clock: hurriedClock,
    endpoints: {
      ...{ dynamodb: endpoint, sqs: endpoint, sns: endpoint },
      ...{ s3: endpoint, sesv2: endpoint },
    },
    invoke: (name, event) => region().invoke(name as FunctionName, event),
    publish: (topic, message) => region().publish(topic, JSON.parse(message)),
    putEvent: () => Promise.reject(new Error("Nobody is called in this test.")),
    queueUrl: (name) => region().queueUrl(name),
    tableName: () => "",
    bucketName: () => "",
  };
}
