import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "#domain/time";
import { callAws } from "#local/engines/aws-json";
import { type MiniStack, miniStack, type Seen } from "#support/mini-stack";

let mini: MiniStack;
beforeEach(async () => {
  mini = await miniStack();
});
afterEach(() => mini.stop());

const keys = (seen: Seen) => (seen.event.Records ?? []).map((one) => one.dynamodb?.Keys.pk.S);
const told = { kind: "told" };

describe("what happens to a record of the table", () => {
  it("is told in order, and only what passes the filter", async () => {
    await mini.put("a", told);
    await mini.put("b", { kind: "secret" });
    await mini.put("c", told);
    await mini.remove("a");
    await mini.stack.settle();
    expect(mini.seen.map(keys)).toEqual([["a", "c"]]);
  });

  it("is told again from the failed record on, before anything that came later", async () => {
    let isFirst = true;
    mini.direct((seen) => {
      if (!isFirst) return {};
      isFirst = false;
      const number = seen.event.Records?.[1]?.dynamodb?.SequenceNumber;
      return { answer: { batchItemFailures: [{ itemIdentifier: number }] } };
    });
    for (const key of ["a", "b", "c"]) await mini.put(key, told);
    await mini.stack.settle();
    await mini.put("d", told);
    await mini.stack.settle();
    expect(mini.seen.map(keys)).toEqual([["a", "b", "c"]]);
    await mini.stack.runUntil(mini.stack.clock.now() + minuteMs);
    expect(mini.seen.map(keys)).toEqual([["a", "b", "c"], ["b", "c"], ["d"]]);
  });

  it("is cut down to the record that fails, which is named on the failure queue", async () => {
    mini.direct((seen) => (keys(seen).includes("bad") ? { fail: "cannot" } : {}));
    for (const key of ["a", "b", "bad", "c"]) await mini.put(key, told);
    await mini.stack.runUntil(mini.stack.clock.now() + hourMs);
    const done = mini.seen.map(keys).filter((batch) => !batch.includes("bad"));
    expect(done.flat()).toEqual(["a", "b", "c"]);
    expect(mini.seen.map(keys).filter((batch) => batch.join() === "bad")).toHaveLength(2);
    const { Messages } = await callAws<{ Messages: readonly { readonly Body: string }[] }>(
      mini.stack.endpoints.sqs,
      "AmazonSQS.ReceiveMessage",
      { QueueUrl: mini.stack.queueUrl("stream-dead") },
    );
    expect(JSON.parse(Messages[0]?.Body ?? "")).toMatchObject({
      requestContext: { condition: "RetryAttemptsExhausted" },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });
});
