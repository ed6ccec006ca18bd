import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { streamHandler } from "#adapters/lambda/stream-handler";
import { rim } from "#support/lambda";
import { TryAgain } from "../../shared/errors.ts";

const records = ["1", "2", "3"].map(
  (SequenceNumber): DynamoDBRecord => ({ dynamodb: { SequenceNumber } }),
);

describe("the records of a stream", () => {
  it("are acknowledged when all were worked off", async () => {
    const worked: unknown[] = [];
    const { log } = rim();
    const work = async (record: DynamoDBRecord) => worked.push(record);
    expect(await streamHandler({ work, log })({ Records: records })).toEqual({
      batchItemFailures: [],
    });
    expect(worked).toEqual(records);
  });

  it("stop at the first that fails, so that it comes again with all that follow", async () => {
    const worked: unknown[] = [];
    const { log, lines } = rim();
    const work = async (record: DynamoDBRecord) => {
      if (record === records[1]) throw new TryAgain("ledger/contended");
      worked.push(record);
    };
    expect(await streamHandler({ work, log })({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: "2" }],
    });
    expect(worked).toEqual([records[0]]);
    expect(lines.join()).toContain("ledger/contended");
  });
});
