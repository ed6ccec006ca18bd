import { createPageStore } from "#adapters/dynamodb/page-store";
import type { Table } from "#adapters/dynamodb/table";
import { randomTokens } from "#adapters/random-tokens";
import type { Clock } from "#ports";
import { createMakePage } from "#usecases/make-page";

/** How a channel's messages come to lead to a page that answers them, at this address. */
export function createPageLinking(address: string) {
  return ({ table, clock }: { readonly table: Table; readonly clock: Clock }) => ({
    makePage: createMakePage({
      ...{ pages: createPageStore(table), tokens: randomTokens, clock, address },
    }),
  });
}
