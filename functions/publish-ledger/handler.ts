import type { Item } from "#adapters/dynamodb/item";
import { streamHandler } from "#adapters/lambda/stream-handler";
import type { LedgerRow } from "#domain/ledger/row";
import type { Logger } from "#observability/logger";
import { measureEvent } from "#observability/measure-event";
import type { Meter } from "#observability/meter";
import type { PublishLedger } from "#usecases/publish-ledger";

/** Writes the events of record writes to the ledger and the reach tallies, and counts them. */
export function createHandler(
  publishLedger: PublishLedger,
  rowsOf: (image: Item) => readonly LedgerRow[],
  { log, meter }: { readonly log: Logger; readonly meter: Meter },
) {
  return streamHandler({
    log,
    read: ({ dynamodb }) => (dynamodb?.NewImage ? rowsOf(dynamodb.NewImage as Item) : []),
    work: async (writes) => {
      await publishLedger(writes);
      for (const { event } of writes.flat()) measureEvent(meter, event);
    },
  });
}
