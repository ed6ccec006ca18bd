import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFileStore } from "#adapters/s3/file-store";
import { sendingClient } from "#adapters/sending-client";
import { createEmailSender } from "#adapters/ses/email-sender";
import { createDeadLetters } from "#adapters/sqs/dead-letters";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { DueMessage } from "#contracts/due-message";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { freePort } from "../support/free-port.ts";
import { startMailbox, type TestMailbox } from "../support/mailbox.ts";
import { fileStoreContract } from "./contract/file-store.ts";
import { due, workQueueContract } from "./contract/work-queue.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const region = "us-east-1";

describe("over SQS and S3", () => {
  let server: FauxqsServer;
  let sqs: SQSClient;
  let s3: S3Client;
  let url: string;

  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false });
    const endpoint = `http://127.0.0.1:${server.port}`;
    sqs = new SQSClient({ endpoint, region, credentials });
    s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "sms" }));
    url = QueueUrl.replace(/\/\/[^/:]+/, "//127.0.0.1");
    await s3.send(new CreateBucketCommand({ Bucket: "files" }));
  });
  afterAll(async () => {
    sqs.destroy();
    s3.destroy();
    await server.stop();
  });

  workQueueContract(() => ({
    queue: createWorkQueue({
      client: sqs,
      url,
      contract: DueMessage,
      groupOf: (work) => work.organization,
    }),
    drain: () => drain(sqs, url),
  }));

  it("a message that is put aside keeps its body and carries its reason", async () => {
    const body = '{"schema":"due.v1"';
    await createDeadLetters(sqs, url).bury({ body, reason: "due/not-json" });
    const asked = { QueueUrl: url, MessageAttributeNames: ["All"] };
    const { Messages: [letter] = [] } = await sqs.send(new ReceiveMessageCommand(asked));
    expect(letter?.Body).toBe(body);
    expect(letter?.MessageAttributes?.["reason"]?.StringValue).toBe("due/not-json");
    await drain(sqs, url);
    const ReceiptHandle = letter?.ReceiptHandle ?? "";
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
  });

  it("work that breaks its contract is not sent, nor anything with it", async () => {
    const queue = createWorkQueue({ client: sqs, url, contract: DueMessage });
    const broken = { ...due("p-1"), patient: "p#1" };
    await expect(queue.send([due("p-2"), broken])).rejects.toBeInstanceOf(Unrecoverable);
    expect(await queue.backlog()).toBe(0);
  });

  it("what may not start yet is hidden until a little before, and waits all the same", async () => {
    const delays = { "p-1": 900.9, "p-2": -5 } as Record<string, number>;
    const delaySecondsOf = ({ patient }: DueMessage) => delays[patient] ?? 0;
    const queue = createWorkQueue({ client: sqs, url, contract: DueMessage, delaySecondsOf });
    await queue.send([due("p-1"), due("p-2")]);
    expect(await queue.backlog()).toBe(2);
    expect(await drain(sqs, url)).toMatchObject([{ patient: "p-2" }]);
    expect(await queue.backlog()).toBe(1);
  });

  it("a queue that is missing is beyond repeating; one that does not answer is not", async () => {
    const missing = createWorkQueue({ client: sqs, url: `${url}-not`, contract: DueMessage });
    await expect(missing.backlog()).rejects.toBeInstanceOf(Unrecoverable);
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const client = new SQSClient({ endpoint, region, credentials, maxAttempts: 1 });
    const dead = createWorkQueue({ client, url: `${endpoint}/q`, contract: DueMessage });
    await expect(dead.send([due("p-1")])).rejects.toBeInstanceOf(TryAgain);
  });

  fileStoreContract(() => ({
    store: createFileStore({ client: s3, bucket: "files" }),
    async put(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket: "files", Key, Body }));
    },
  }));
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

describe("over SES", () => {
  let mailbox: TestMailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
  });
  afterAll(() => mailbox.stop());

  it("a mail arrives with its words and both ways to unsubscribe", async () => {
    const sender = createEmailSender({
      client: new SESv2Client({
        endpoint: mailbox.endpoint,
        region,
        credentials,
        ...sendingClient(),
      }),
      from: "care@clinic.example",
      configurationSet: "rounds",
      unsubscribe: { mailto: "stop@clinic.example", link: "https://clinic.example/u/{token}" },
    });
    const outcome = await sender.send({
      key: "oak/p-1/screening/mammogram/2026-11-23/invite/1",
      to: "ana@example.org",
      subject: "Es hora de su mamografía",
      text: "Hola Ana.\nResponda STOP para no recibir más.",
      language: "es",
      unsubscribeToken: "AAECAwQFBgcICQoLDA0ODw",
    });
    expect(outcome).toMatchObject({ is: "accepted" });
    const mails = await mailbox.mails();
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails[0])).toContain("Es hora de su mamografía");
    expect(JSON.stringify(mails[0])).toContain("List-Unsubscribe=One-Click");
  });
});
