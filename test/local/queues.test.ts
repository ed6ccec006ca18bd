import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minuteMs } from "#domain/time";
import { type MiniStack, miniStack, type Seen } from "#support/mini-stack";

let mini: MiniStack;
beforeEach(async () => {
  mini = await miniStack();
});
afterEach(() => mini.stop());

const bodies = (seen: Seen) => (seen.event.Records ?? []).map(({ body }) => body);
const failing = (seen: Seen, ...wanted: readonly string[]) => ({
  answer: {
    batchItemFailures: (seen.event.Records ?? [])
      .filter(({ body }) => wanted.includes(body))
      .map(({ messageId }) => ({ itemIdentifier: messageId })),
  },
});
const later = (minutes: number) => mini.stack.clock.now() + minutes * minuteMs;

describe("work on a queue", () => {
  it("comes in batches of the mapping's size, in order", async () => {
    await mini.send("work", "a", "b", "c", "d", "e", "f", "g");
    await mini.stack.settle();
    expect(mini.seen.map(bodies)).toEqual([
      ["a", "b", "c", "d", "e"],
      ["f", "g"],
    ]);
  });

  it("is done again, alone, when only one of a batch failed", async () => {
    let isFirst = true;
    mini.direct((seen) => {
      if (!isFirst) return {};
      isFirst = false;
      return failing(seen, "b");
    });
    await mini.send("work", "a", "b", "c");
    await mini.stack.settle();
    expect(mini.seen).toHaveLength(1);
    await mini.stack.runUntil(later(0.9));
    expect(mini.seen).toHaveLength(1);
    await mini.stack.runUntil(later(0.2));
    expect(mini.seen.map(bodies)).toEqual([["a", "b", "c"], ["b"]]);
    expect(mini.seen[1]?.event.Records?.[0]?.attributes["ApproximateReceiveCount"]).toBe("2");
  });

  it("is all done again when the answer names an item that was not in the batch", async () => {
    let isFirst = true;
    mini.direct(() => {
      if (!isFirst) return {};
      isFirst = false;
      return { answer: { batchItemFailures: [{ itemIdentifier: "somebody else's" }] } };
    });
    await mini.send("work", "a", "b");
    await mini.stack.runUntil(later(2));
    expect(mini.seen.map(bodies)).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("comes again after a crash, in a new process", async () => {
    let isFirst = true;
    mini.direct(() => {
      const crash = isFirst;
      isFirst = false;
      return { crash };
    });
    await mini.send("work", "a");
    await mini.stack.runUntil(later(2));
    const [first, second] = mini.seen;
    expect(mini.seen.map(bodies)).toEqual([["a"], ["a"]]);
    expect(second?.pid).not.toBe(first?.pid);
    expect(second?.now).toBe((first?.now ?? 0) + minuteMs);
  });

  it("comes again after a time-out", async () => {
    let isFirst = true;
    mini.direct(() => {
      const hang = isFirst;
      isFirst = false;
      return { hang };
    });
    await mini.send("work", "a");
    await mini.stack.runUntil(later(2));
    expect(mini.seen.map(bodies)).toEqual([["a"], ["a"]]);
    expect(mini.stack.functions().find(({ name }) => name === "worker")?.errors).toBe(1);
  });

  it("ends in the dead-letter queue after three deliveries, and nothing is lost", async () => {
    mini.direct((seen) => failing(seen, "poison"));
    await mini.send("work", "poison", "good");
    await mini.stack.runUntil(later(10));
    expect(mini.seen.filter((seen) => bodies(seen).includes("poison"))).toHaveLength(3);
    expect(mini.stack.deadLetters()).toEqual({ "work-dead": 1 });
  });

  it("waits out a delay on the stack's clock", async () => {
    const { sqs } = mini.stack.endpoints;
    const { callAws } = await import("#local/engines/aws-json");
    await callAws(sqs, "AmazonSQS.SendMessage", {
      QueueUrl: mini.stack.queueUrl("work"),
      MessageBody: "delayed",
      DelaySeconds: 600,
    });
    const sent = mini.stack.clock.now();
    await mini.stack.settle();
    expect(mini.seen).toHaveLength(0);
    await mini.stack.runUntil(later(11));
    expect(mini.seen[0]?.now).toBe(sent + 10 * minuteMs);
  });
});

describe("a message to a topic", () => {
  it("reaches the queues whose filter it passes, with the stack's time in its envelope", async () => {
    await mini.stack.publish("replies", "hello", { kind: "reply" });
    await mini.stack.publish("replies", "noise", { kind: "other" });
    await mini.stack.settle();
    const [envelope] = mini.seen.flatMap(bodies).map((body) => JSON.parse(body));
    expect(mini.seen.flatMap(bodies)).toHaveLength(1);
    expect(envelope).toMatchObject({ Message: "hello", Timestamp: "2026-06-01T12:00:00.000Z" });
  });
});

describe("a file put into the bucket", () => {
  it("is announced on the import queue when its prefix is asked for", async () => {
    const { s3 } = mini.stack.endpoints;
    const bucket = mini.stack.bucketName("files");
    await fetch(`${s3}/${bucket}/incoming/a b.ndjson`, { method: "PUT", body: "{}\n" });
    await fetch(`${s3}/${bucket}/quarantine/x`, { method: "PUT", body: "x" });
    await mini.stack.settle();
    expect(mini.seen.map(({ name }) => name)).toEqual(["importer"]);
    const [body] = mini.seen.flatMap(bodies).map((text) => JSON.parse(text));
    expect(body.Records[0]).toMatchObject({
      eventName: "ObjectCreated:Put",
      s3: { bucket: { name: bucket }, object: { key: "incoming/a+b.ndjson", size: 3 } },
    });
  });
});
