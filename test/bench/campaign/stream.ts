import type { PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import type { Item } from "#adapters/dynamodb/item";
import { digestNumber } from "#domain/record/digest";
import type { BenchRegion } from "./region.ts";

/** The new images of record writes, in their order, as the table's stream holds them. */
export type StreamImages = readonly Item[];

/** Batches of one shard that Lambda works on at a time (`parallelizationFactor` of the stack). */
const lanes = 2;

/** Keeps the image of every record that is put from now on. */
export function recordStream({ stores, patients }: BenchRegion): StreamImages {
  const images: Item[] = [];
  stores.table.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { TableName, Item } = args.input as Partial<PutItemCommandInput>;
      if (TableName === patients && Item?.["events"]) images.push(Item);
      return answer;
    },
    { step: "initialize" },
  );
  return images;
}

/**
 * The same as Lambda hands them over: by lanes, a patient always on one, in batches of at most so
 * many. Full ones are what a busy region makes, small ones what a quiet one does.
 */
export function streamBatches(images: StreamImages, size: number): readonly DynamoDBStreamEvent[] {
  const byLane = Map.groupBy(images, ({ pk }) => digestNumber(pk?.S ?? "") % lanes);
  return [...byLane.values()].flatMap((lane) =>
    Array.from({ length: Math.ceil(lane.length / size) }, (_, batch) => ({
      Records: lane.slice(batch * size, (batch + 1) * size).map((NewImage, index) => ({
        eventName: "MODIFY" as const,
        dynamodb: { NewImage: NewImage as never, SequenceNumber: String(batch * size + index) },
      })),
    })),
  );
}
