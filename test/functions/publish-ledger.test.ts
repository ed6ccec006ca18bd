import type { DynamoDBStreamEvent } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import type { LedgerRow } from "#domain/ledger/row";
import { rim } from "#support/lambda";
import { readMetrics } from "#support/metric-lines";
import { createHandler } from "../../functions/publish-ledger/handler.ts";
import { TryAgain } from "../../shared/errors.ts";

const escalated = { type: "task-raised", at: 1, task: "t1", raised: 1, again: 2 };

/** One write of a patient's record as the stream shows it; `events` in place of good ones. */
function shown(patient: string, events = JSON.stringify([escalated])) {
  return {
    pk: { S: `oak#${patient}` },
    sk: { S: "record" },
    revision: { N: "1" },
    inputs: { S: "digest" },
    events: { S: events },
  };
}

function batch(...images: readonly object[]): DynamoDBStreamEvent {
  return {
    Records: images.map((NewImage, index) => ({
      dynamodb: { NewImage: NewImage as never, SequenceNumber: `${index + 1}` },
    })),
  };
}

/** The function, with a ledger that may be out of reach. */
function publisher(isUp = true) {
  const told: (readonly LedgerRow[])[][] = [];
  const edge = rim();
  const publish = async (writes: readonly (readonly LedgerRow[])[]) => {
    if (!isUp) throw new TryAgain("dynamodb/throttled");
    told.push([...writes]);
  };
  return { edge, told, handler: createHandler(publish, ledgerRowsIn, edge) };
}

const patients = (writes: readonly (readonly LedgerRow[])[] = []) =>
  writes.map(([row]) => row?.patient);

describe("a batch of record writes", () => {
  it("is published together, in its order, and measured once it is", async () => {
    const { edge, told, handler } = publisher();
    expect(await handler(batch(shown("p1"), shown("p2")))).toEqual({ batchItemFailures: [] });
    expect(told.map(patients)).toEqual([["p1", "p2"]]);
    edge.meter.flush();
    expect(readMetrics(edge.metrics).length).toBeGreaterThan(0);
  });

  it("with one that cannot be read: what came before is done, and the rest is given again", async () => {
    const { told, handler } = publisher();
    const answer = await handler(batch(shown("p1"), shown("p2", "{"), shown("p3")));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    expect(told.map(patients)).toEqual([["p1"]]);
  });

  it("that begins with one that cannot be read fails as a whole, so that the stream halves it", async () => {
    const { handler } = publisher();
    await expect(handler(batch(shown("p1", "{"), shown("p2")))).rejects.toThrow();
    expect(await handler(batch(shown("p1", "{")))).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
  });

  it("that the ledger does not take is given again whole, and nothing of it is measured", async () => {
    const { edge, handler } = publisher(false);
    await expect(handler(batch(shown("p1"), shown("p2")))).rejects.toThrow("dynamodb/throttled");
    edge.meter.flush();
    expect(edge.metrics).toEqual([]);
  });
});
