import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Logger } from "#observability/logger";
import { reasonOf } from "./queue-handler.ts";

export interface StreamHandlerOptions<Work> {
  /** Throws for a record that cannot be read. */
  readonly read: (record: DynamoDBRecord) => Work;
  /** All of them in the order of the stream, or none: what was done before it failed is done again. */
  readonly work: (batch: readonly Work[]) => Promise<unknown>;
  readonly log: Logger;
}

/**
 * Works off a batch of stream records together, up to the first that cannot be read: the stream gives that one
 * again with all that follow, so that the account of one record is never written out of order.
 *
 * A batch of which nothing was done throws, for then the stream halves it until what fails stands alone;
 * naming its first record would have it given again as it is, and given up as a whole in the end.
 * Source: AWS Lambda Developer Guide, "Retain discarded records" and "Configuring partial batch
 * response with DynamoDB and Lambda".
 */
export function streamHandler<Work>({ read, work, log }: StreamHandlerOptions<Work>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const ready: Work[] = [];
    let failure: { readonly error: unknown; readonly at: number } | undefined;
    for (const [at, record] of Records.entries()) {
      try {
        ready.push(read(record));
      } catch (error) {
        failure = { error, at };
        break;
      }
    }
    try {
      await work(ready);
    } catch (error) {
      failure = { error, at: 0 };
    }
    if (failure === undefined) return { batchItemFailures: [] };
    log.error("A stream record failed", { error: reasonOf(failure.error) });
    if (failure.at === 0 && Records.length > 1) throw failure.error;
    const itemIdentifier = Records[failure.at]?.dynamodb?.SequenceNumber ?? "";
    return { batchItemFailures: [{ itemIdentifier }] };
  };
}
