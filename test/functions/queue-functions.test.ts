import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { createHandler as receiveReceipt } from "../../functions/receive-receipt/handler.ts";
import { createHandler as receiveSms } from "../../functions/receive-sms/handler.ts";
import { createHandler as sendSms } from "../../functions/send-sms/handler.ts";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { batch, rim } from "../support/lambda.ts";
import { readMetrics } from "../support/metric-lines.ts";

const due = { schema: "due.v1", organization: "oak", patient: "p1", lane: "sms", dueAt: 1 };
const inbound = {
  originationNumber: "+12025550111",
  destinationNumber: "+12025550100",
  messageKeyword: "KEYWORD",
  messageBody: "1",
  inboundMessageId: "in-1",
};

const receiptPorts = (it: Awaited<ReturnType<typeof clinic>>) => ({
  recordReceipt: it.receipt,
  stopPoint: it.stopPoint,
  calls: it.calls,
  organizations: it.organizations,
});

describe("a batch from a queue", () => {
  it("with one poison message: the rest is done, and the poison is buried with its reason", async () => {
    const edge = rim();
    const handled: string[] = [];
    const handler = sendSms(edge, async ({ patient }) => {
      handled.push(patient);
      return "nothing";
    });
    const answer = await handler(batch([due, "not json", { schema: "due.v9" }, due]));
    expect(answer.batchItemFailures).toEqual([]);
    expect(handled).toEqual(["p1", "p1"]);
    expect(edge.buried.map((letter) => letter.reason)).toEqual(["due/not-json", "due/bad-schema"]);
    expect(edge.buried[0]?.body).toBe("not json");
  });

  it("with one that fails for now: only that one is given again", async () => {
    const edge = rim();
    let calls = 0;
    const handler = sendSms(edge, async () => {
      calls += 1;
      if (calls === 2) throw new TryAgain("dynamodb/throttled");
      return "nothing";
    });
    expect(await handler(batch([due, due, due]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m2" }],
    });
    expect(edge.buried).toEqual([]);
  });

  it("of texts that each have a moment of their own: no text waits for another's", async () => {
    const edge = rim();
    const begun: (number | undefined)[] = [];
    const both = Promise.withResolvers<void>();
    const handler = sendSms(edge, async ({ startAt }) => {
      begun.push(startAt);
      if (begun.length === 2) both.resolve();
      await both.promise;
      return "accepted";
    });
    await handler(batch([{ ...due, startAt: 2_000 }, due]));
    expect(begun).toEqual([2_000, undefined]);
  });

  it("with one that failed to the end: buried with the last reason", async () => {
    const edge = rim();
    const handler = sendSms(edge, async () => {
      throw new TryAgain("dynamodb/throttled");
    });
    expect(await handler(batch([due], 5))).toEqual({ batchItemFailures: [] });
    expect(edge.buried).toMatchObject([{ reason: "dynamodb/throttled" }]);
  });

  it("with one that can never succeed: buried at once", async () => {
    const edge = rim();
    const handler = sendSms(edge, async () => {
      throw new Unrecoverable("organization/unknown");
    });
    await handler(batch([due]));
    expect(edge.buried).toMatchObject([{ reason: "organization/unknown" }]);
  });

  it("that cannot even be buried is given again: nothing is lost", async () => {
    const edge = rim({ bury: () => Promise.reject(new Error("queue gone")) });
    const handler = sendSms(edge, async () => "nothing");
    expect(await handler(batch(["not json"]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m1" }],
    });
  });
});

describe("what is put aside", () => {
  it("is counted by what was wrong with it", async () => {
    const edge = rim();
    const failures = [new Unrecoverable("organization/unknown"), new TryAgain("sqs/down")];
    const handler = sendSms(edge, async () => {
      throw failures.shift() ?? new TryAgain("sqs/down");
    });
    await handler(batch([due, "not json"]));
    await handler(batch([due], 4));
    await handler(batch([due], 5));
    edge.meter.flush();
    const counts = readMetrics(edge.metrics).map(({ dimensions, value }) => [
      dimensions["reason"],
      value,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ hopeless: 1, unreadable: 1, "gave-up": 1 });
  });
});

describe("what comes in", () => {
  it("a text that cannot be read is buried, and never quoted in the log", async () => {
    const edge = rim();
    const it = await clinic();
    const handler = receiveSms(edge, it.receive, it.organizations);
    await handler(batch([{ ...inbound, inboundMessageId: undefined, messageBody: "my secret" }]));
    expect(edge.buried).toMatchObject([{ reason: "sms-inbound/bad-inboundMessageId" }]);
    expect(edge.lines.join()).not.toContain("my secret");
  });

  it("a text to a number that is not ours is buried for a person to look at", async () => {
    const edge = rim();
    const it = await clinic();
    const handler = receiveSms(edge, it.receive, it.organizations);
    await handler(batch([{ ...inbound, destinationNumber: "+12025559999" }]));
    expect(edge.buried).toMatchObject([{ reason: "reply/unknown-line" }]);
  });

  it("a text in an SNS envelope is heard", async () => {
    const edge = rim();
    const it = await clinic();
    await it.admit();
    const handler = receiveSms(edge, it.receive, it.organizations);
    const envelope = {
      Type: "Notification",
      MessageId: "sns-1",
      TopicArn: "arn:aws:sns:us-east-1:000000000000:sms-inbound",
      Message: JSON.stringify({ ...inbound, messageBody: "STOP" }),
      Timestamp: "2026-11-30T15:00:00.000Z",
    };
    await handler(batch([envelope]));
    expect((await it.records.load("oak", "p1"))?.permissions).toMatchObject([{ says: "revoked" }]);
  });

  it("a receipt of an unknown message changes nothing and fails nothing", async () => {
    const edge = rim();
    const it = await clinic();
    const handler = receiveReceipt(edge, receiptPorts(it));
    const event = {
      eventType: "TEXT_DELIVERED",
      eventVersion: "1.0",
      eventTimestamp: 1,
      messageId: "someone-elses",
      context: {},
    };
    const ours = { ...event, context: { touch: "oak/p9/a/b/e/s/1" } };
    const answer = await handler(batch([event, ours]));
    expect(answer.batchItemFailures).toEqual([]);
    expect(edge.buried).toEqual([]);
    expect(it.rows).toEqual([]);
  });

  it("a complaint about a mail opts the person out, though it names no touch", async () => {
    const edge = rim();
    const it = await clinic();
    const address = "maria@home.example";
    await it.admit(profile({ points: [{ id: pointId(address), kind: "email", address }] }));
    const handler = receiveReceipt(edge, receiptPorts(it));
    await handler(
      batch([
        {
          notificationType: "Complaint",
          mail: { messageId: "m", source: "Oak <care@oak.example>", destination: [address] },
          complaint: { complainedRecipients: [{ emailAddress: "Maria@home.example" }] },
        },
      ]),
    );
    expect((await it.records.load("oak", "p1"))?.permissions).toMatchObject([
      { says: "revoked", via: "email" },
    ]);
  });

  it("whom the link in a mail stops is opted out of everything, once, however often it comes", async () => {
    const edge = rim();
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const handler = receiveReceipt(edge, receiptPorts(it));
    const touch = "oak/p1/screening/check/2026-11-01/invite/1";
    const unsubscribe = { schema: "unsubscribe.v1", touch };
    await handler(batch([unsubscribe, unsubscribe]));
    expect(edge.buried).toEqual([]);
    const record = await it.records.load("oak", "p1");
    expect(record?.permissions).toMatchObject([{ says: "revoked", via: "email" }]);
    expect(record?.permissions[0]?.scope ?? {}).toEqual({});
    expect(it.rows.filter(({ event }) => event.type === "opted-out")).toHaveLength(1);
    expect(await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" })).toBe(
      "nothing",
    );
  });

  it("a STOP that Pinpoint tells of opts the number out, though it names no touch", async () => {
    const edge = rim();
    const it = await clinic();
    const person = await it.admit();
    const handler = receiveReceipt(edge, receiptPorts(it));
    const attributes = {
      message_id: "m-1",
      origination_phone_number: "+12025550100",
      destination_phone_number: person.points[0]?.address,
    };
    await handler(batch([{ event_type: "_SMS.OPTOUT", event_timestamp: 1, attributes }]));
    expect(edge.buried).toEqual([]);
    expect((await it.records.load("oak", "p1"))?.permissions).toMatchObject([
      { says: "revoked", via: "sms" },
    ]);
  });

  it("a receipt that is none of the kinds we know is buried with its reason", async () => {
    const edge = rim();
    const it = await clinic();
    const handler = receiveReceipt(edge, receiptPorts(it));
    await handler(batch(["{", { hello: "world" }]));
    expect(edge.buried.map((letter) => letter.reason)).toEqual([
      "sms-event/not-json",
      "receipt/unknown-kind",
    ]);
  });
});

describe("logs", () => {
  it("never hold a name, a number or the words of a patient", async () => {
    const edge = rim();
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    await sendSms(edge, it.sendSms)(batch([due]));
    const hear = receiveSms(edge, it.receive, it.organizations);
    await hear(batch([{ ...inbound, messageBody: "canary words of mine" }]));
    await hear(batch([{ ...inbound, originationNumber: 7, messageBody: "canary words" }]));
    const logged = edge.lines.join("\n");
    for (const secret of ["Maria", "Alvarez", "+12025550111", "2025550111", "canary"]) {
      expect(logged).not.toContain(secret);
    }
    expect(pointId("+12025550111")).not.toContain("2025550111");
  });
});
