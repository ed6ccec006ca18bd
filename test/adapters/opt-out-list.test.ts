import {
  DescribeOptedOutNumbersCommand,
  PinpointSMSVoiceV2Client,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOptOutList } from "#adapters/end-user-messaging/opt-out-list";
import { AcceptedBook } from "#local/outside/accepted";
import { People } from "#local/outside/people";
import { startSmsCarrier } from "#local/outside/sms-carrier";
import { outsideStack } from "#support/outside-stack";
import { type Manner, type ProviderServer, startProvider } from "#support/provider-server";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { optOutListContract } from "./contract/opt-out-list.ts";

const aws = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  maxAttempts: 1,
};
const list = "rounds-local";
const number = "+14255550182";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe("at the simulated carrier", () => {
  optOutListContract(async () => {
    const stack = outsideStack();
    const nobody = { seed: 1, campaigns: [], languageOf: () => "en", onDone: () => undefined };
    const server = await startSmsCarrier(stack, new People(nobody), new AcceptedBook());
    closers.push(() => server.close());
    const client = new PinpointSMSVoiceV2Client({ ...aws, endpoint: server.url });
    return {
      list: createOptOutList({ client, list }),
      async isListed(one) {
        const describing = new DescribeOptedOutNumbersCommand({ OptOutListName: list });
        const { OptedOutNumbers = [] } = await client.send(describing);
        return OptedOutNumbers.some(({ OptedOutNumber }) => OptedOutNumber === one);
      },
      waitDays: (days) => stack.liveUntil(stack.clock.now() + days * 86_400_000),
    };
  });
});

describe("a call about the carrier's list", () => {
  let provider: ProviderServer;
  beforeEach(async () => {
    provider = await startProvider();
  });
  afterEach(() => provider.stop());

  const calls = [
    ["to put a number on it", "add"],
    ["to take one off", "remove"],
  ] as const;
  const open = () =>
    createOptOutList({
      client: new PinpointSMSVoiceV2Client({ ...aws, endpoint: provider.endpoint }),
      list,
    });

  it("names the list and the number", async () => {
    provider.manner = { does: "answer", body: {} };
    await open().add(number);
    await open().remove(number);
    expect(provider.seen.map(({ target, body }) => [target, body])).toEqual([
      ["PinpointSMSVoiceV2.PutOptedOutNumber", { OptOutListName: list, OptedOutNumber: number }],
      ["PinpointSMSVoiceV2.DeleteOptedOutNumber", { OptOutListName: list, OptedOutNumber: number }],
    ]);
  });

  describe.each(calls)("%s", (_, call) => {
    it.each<Manner>([
      { does: "refuse", status: 400, type: "ThrottlingException" },
      { does: "refuse", status: 500, type: "InternalServerException" },
      { does: "lose-the-answer" },
      { does: "mumble", status: 502, text: "<html>" },
    ])("may be repeated after $does $type", async (manner) => {
      provider.manner = manner;
      await expect(open()[call](number)).rejects.toBeInstanceOf(TryAgain);
    });

    it.each<Manner>([
      { does: "refuse", status: 400, type: "AccessDeniedException" },
      {
        does: "refuse",
        status: 400,
        type: "ResourceNotFoundException",
        body: { ResourceType: "opt-out-list" },
      },
      {
        does: "refuse",
        status: 400,
        type: "ValidationException",
        body: { Reason: "INVALID_PARAMETER" },
      },
    ])("is beyond repeating after $type, and its error holds no number", async (manner) => {
      provider.manner = manner;
      const error = await open()
        [call](number)
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Unrecoverable);
      expect((error as Error).message).toMatch(/^carrier-list\/\w+$/);
    });
  });
});
