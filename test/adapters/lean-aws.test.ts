import { createHash, createHmac } from "node:crypto";
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLinkStore } from "#adapters/dynamodb/link-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { pageAttributes } from "#adapters/dynamodb/page-item";
import { createPageStore } from "#adapters/dynamodb/page-store";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createBirthDates } from "#adapters/lean-aws/birth-dates";
import { createAwsCall } from "#adapters/lean-aws/call";
import { createClinicDirectory } from "#adapters/lean-aws/clinic-directory";
import { createLinkFinder } from "#adapters/lean-aws/link-finder";
import { createPageKeeper } from "#adapters/lean-aws/page-keeper";
import { createLeanQueue } from "#adapters/lean-aws/work-queue";
import { linkDigest } from "#adapters/link-digest";
import { randomTokens } from "#adapters/random-tokens";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { DueMessage } from "#contracts/due-message";
import { type LocalRequest, startServer } from "#local/outside/http-server";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { oak, profile } from "../support/a-clinic.ts";
import { born, pageLink } from "../support/a-page.ts";
import {
  createPatientTable,
  hasDynamodb,
  startDynamodb,
  type TestDynamodb,
} from "../support/dynamodb.ts";
import { freePort } from "../support/free-port.ts";
import { type Manner, type ProviderServer, startProvider } from "../support/provider-server.ts";
import { link, linkStoreContract } from "./contract/link-store.ts";
import { pageStoreContract } from "./contract/page-store.ts";
import { due, workQueueContract } from "./contract/work-queue.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const region = "us-east-1";
const variables = {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_SESSION_TOKEN: "session",
};

describe.skipIf(!hasDynamodb)("without the SDK, in DynamoDB", () => {
  let engine: TestDynamodb;
  let name: string;
  beforeAll(async () => {
    engine = await startDynamodb();
    name = await createPatientTable(engine.client);
  });
  afterAll(() => engine.stop());

  const stored = () => ({ client: engine.client, name });
  const lean = () => {
    const at = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint };
    return { name, call: createAwsCall({ service: "dynamodb", variables: at }) };
  };

  linkStoreContract(() => ({ ...createLinkStore(stored()), ...createLinkFinder(lean()) }));
  pageStoreContract(() => ({ ...createPageStore(stored()), ...createPageKeeper(lean()) }));

  it("a token is good for one thing: neither kind of link is found as the other", async () => {
    const [stops, answers] = [randomTokens.next(), randomTokens.next()];
    await createLinkStore(stored()).save(stops, link());
    await createPageStore(stored()).save(answers, pageLink());
    expect(await createPageKeeper(lean()).open(stops)).toBeUndefined();
    expect(await createPageStore(stored()).at(linkDigest(stops))).toBeUndefined();
    expect(await createLinkFinder(lean()).find(answers)).toBeUndefined();
    expect(await createLinkStore(stored()).find(answers)).toBeUndefined();
  });

  it("a page keeps no token, and is forgotten when it has expired", async () => {
    const token = randomTokens.next();
    await createPageStore(stored()).save(token, pageLink({ patient: "p-page" }));
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: name }));
    const item = Items.find(({ patient }) => patient?.S === "p-page");
    expect(JSON.stringify(item)).not.toContain(token);
    expect(item?.["expires"]).toEqual({ N: String(pageLink().expiresAt / 1_000) });
  });

  it("a page that another release wrote otherwise is not guessed at", async () => {
    const token = randomTokens.next();
    const key = { pk: { S: `link#${linkDigest(token)}` }, sk: { S: "link" } };
    const Item = { ...key, ...pageAttributes(pageLink()), asks: { S: "{" } };
    await engine.client.send(new PutItemCommand({ TableName: name, Item }));
    await expect(createPageKeeper(lean()).open(token)).rejects.toMatchObject({
      code: "page/unreadable",
    });
  });

  it("a birth date is that of the profile, and nothing else of it is read", async () => {
    const dates = createBirthDates(lean());
    expect(await dates.birthDate("oak", "p-born")).toBeUndefined();
    const profiles = createProfileStore(stored());
    await profiles.save(profile({ patient: "p-born", birthDate: born }));
    expect(await dates.birthDate("oak", "p-born")).toBe(born);
    expect(await dates.birthDate("elm", "p-born")).toBeUndefined();
    const { birthDate: _, ...ageless } = profile({ patient: "p-born" });
    await profiles.save(ageless);
    expect(await dates.birthDate("oak", "p-born")).toBeUndefined();
  });

  it("of a token its digest is kept and nothing else", async () => {
    const token = randomTokens.next();
    await createLinkStore(stored()).save(token, link({ patient: "p-digest" }));
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: name }));
    const kept = JSON.stringify(Items);
    expect(kept).not.toContain(token);
    expect(kept).toContain(linkDigest(token));
  });

  it("a clinic's name and number are those of the settings that were published", async () => {
    await createOrganizationDirectory(stored()).save(oak);
    const clinics = createClinicDirectory(lean());
    expect(await clinics.clinic("oak")).toEqual({ name: oak.name, phone: oak.phone });
    expect(await clinics.clinic("elm")).toBeUndefined();
  });

  it("a table that is not there is beyond repeating, and the error says no more", async () => {
    const links = createLinkFinder({ ...lean(), name: "nowhere" });
    const error = await links.find(randomTokens.next()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Unrecoverable);
    expect(error).toMatchObject({ code: "dynamodb/ResourceNotFoundException" });
  });
});

describe("without the SDK, over SQS", () => {
  let server: FauxqsServer;
  let sqs: SQSClient;
  let url: string;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false });
    const endpoint = `http://127.0.0.1:${server.port}`;
    sqs = new SQSClient({ endpoint, region, credentials });
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "lean" }));
    url = QueueUrl.replace(/\/\/[^/:]+/, "//127.0.0.1");
  });
  afterAll(async () => {
    sqs.destroy();
    await server.stop();
  });

  const lean = (to = url) => {
    const at = { ...variables, AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${server.port}` };
    const call = createAwsCall({ service: "sqs", variables: at });
    return createLeanQueue({ call, url: to, contract: DueMessage });
  };

  workQueueContract(() => {
    const { backlog } = createWorkQueue({ client: sqs, url, contract: DueMessage });
    return { queue: { ...lean(), backlog }, drain: () => drain(sqs, url) };
  });

  it("work that breaks its contract is not sent, nor anything with it", async () => {
    const broken = { ...due("p-1"), patient: "p#1" };
    await expect(lean().send([due("p-2"), broken])).rejects.toBeInstanceOf(Unrecoverable);
    expect(await drain(sqs, url)).toEqual([]);
  });

  it("a queue that is missing is beyond repeating", async () => {
    await expect(lean(`${url}-not`).send([due("p-1")])).rejects.toBeInstanceOf(Unrecoverable);
  });
});

async function drain(client: SQSClient, QueueUrl: string): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  for (;;) {
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await client.send(receive);
    if (Messages.length === 0) return bodies;
    for (const { Body = "", ReceiptHandle } of Messages) {
      bodies.push(JSON.parse(Body));
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

/**
 * Whether the signature is the one that AWS would compute, once more by hand (AWS IAM user guide, "Create
 * a signed AWS API request").
 */
function isSigned({ method, path, headers, body }: LocalRequest): boolean {
  const authorization = String(headers.authorization);
  const [, scope = "", signedHeaders = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      authorization,
    ) ?? [];
  const lines = signedHeaders.split(";").map((name) => `${name}:${String(headers[name])}`);
  const canonical = [method, path, "", ...lines, "", signedHeaders, sha256(body)].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  let key: string | Buffer = `AWS4${variables.AWS_SECRET_ACCESS_KEY}`;
  for (const part of scope.split("/")) key = createHmac("sha256", key).update(part).digest();
  return createHmac("sha256", key).update(toSign).digest("hex") === signature;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

describe("a call without the SDK", () => {
  let provider: ProviderServer;
  beforeEach(async () => {
    provider = await startProvider();
  });
  afterEach(() => provider.stop());

  const call = (endpoint = provider.endpoint) =>
    createAwsCall({
      service: "sqs",
      variables: { ...variables, AWS_ENDPOINT_URL: endpoint },
      timeoutMs: 250,
    })("SendMessage", { QueueUrl: "q", MessageBody: "{}" });

  it("says which operation it wants", async () => {
    provider.manner = { does: "answer", body: { MessageId: "m-1" } };
    expect(await call()).toEqual({ MessageId: "m-1" });
    expect(provider.seen).toMatchObject([
      {
        method: "POST",
        target: "AmazonSQS.SendMessage",
        body: { QueueUrl: "q", MessageBody: "{}" },
      },
    ]);
  });

  it("is signed as AWS computes it, with the role's credentials, for its service and region", async () => {
    const server = await startServer(async (request) => ({
      status: 200,
      body: JSON.stringify({ is: isSigned(request), by: request.headers.authorization }),
    }));
    try {
      const answer = await call(server.url);
      expect(answer["is"]).toBe(true);
      expect(answer["by"]).toMatch(/Credential=test\/\d{8}\/us-east-1\/sqs\/aws4_request/);
      expect(answer["by"]).toMatch(
        /SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-target/,
      );
    } finally {
      await server.close();
    }
  });

  const passing: readonly Manner[] = [
    { does: "lose-the-answer" },
    { does: "stay-silent" },
    { does: "stall" },
    { does: "refuse", status: 500, type: "InternalError" },
    { does: "refuse", status: 400, type: "ThrottlingException" },
    { does: "mumble", status: 502, text: "<html>Bad gateway</html>" },
    { does: "mumble", status: 200, text: "<html>Welcome</html>" },
  ];
  it.each(passing)("is asked once more, then given up for now: $does $status", async (manner) => {
    provider.manner = manner;
    const error = await call().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TryAgain);
    expect((error as TryAgain).code).toMatch(/^sqs\/[A-Za-z0-9-]+$/);
    expect(provider.seen).toHaveLength(2);
  });

  it("is not asked again for what no repeat can heal", async () => {
    provider.manner = { does: "refuse", status: 403, type: "AccessDeniedException" };
    await expect(call()).rejects.toBeInstanceOf(Unrecoverable);
    expect(provider.seen).toHaveLength(1);
  });

  it("to nobody who listens is given up for now", async () => {
    await expect(call(`http://127.0.0.1:${await freePort()}`)).rejects.toBeInstanceOf(TryAgain);
  });
});
