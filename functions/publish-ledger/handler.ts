import type { Item } from "#adapters/dynamodb/item";
import { streamHandler } from "#adapters/lambda/stream-handler";
import type { LedgerRow } from "#domain/ledger/row";
import type { Logger } from "#observability/logger";
import type { PublishLedger } from "#usecases/publish-ledger";

/** Writes the events of each record write to the ledger and the reach tallies. */
export function createHandler(
  publishLedger: PublishLedger,
  rowsOf: (image: Item) => readonly LedgerRow[],
  log: Logger,
) {
  return streamHandler({
    log,
    work: ({ dynamodb }) =>
      publishLedger(dynamodb?.NewImage ? rowsOf(dynamodb.NewImage as Item) : []),
  });
}
