import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Logger } from "#observability/logger";
import { reasonOf } from "./queue-handler.ts";

export interface StreamHandlerOptions {
  readonly work: (record: DynamoDBRecord) => Promise<unknown>;
  readonly log: Logger;
}

/**
 * Works off stream records in order and stops at the first that fails: the stream gives it again
 * with all that follow, so that the account of one record is never written out of order.
 */
export function streamHandler({ work, log }: StreamHandlerOptions) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        await work(record);
      } catch (error) {
        log.error("A stream record failed", { error: reasonOf(error) });
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
