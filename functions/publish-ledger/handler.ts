import type { DynamoDBRecord } from "aws-lambda";
import { streamHandler } from "#adapters/lambda/stream-handler";
import type { LedgerRow } from "#domain/ledger/row";
import type { Logger } from "#observability/logger";
import type { PublishLedger } from "#usecases/publish-ledger";

/** Writes the events of each record write to the ledger and the reach tallies. */
export function createHandler(
  publishLedger: PublishLedger,
  rowsOf: (record: DynamoDBRecord) => readonly LedgerRow[],
  log: Logger,
) {
  return streamHandler({ log, work: (record) => publishLedger(rowsOf(record)) });
}
